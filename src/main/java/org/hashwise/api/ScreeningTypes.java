package org.hashwise.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.hashwise.screening.ScreeningFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** The media types in which companies are sent and outcomes are given. */
final class ScreeningTypes {

    static final MediaType NDJSON = MediaType.APPLICATION_NDJSON;
    private static final MediaType JSONL = MediaType.parseMediaType("application/jsonl");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final MediaType CSV_UTF_8 = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private ScreeningTypes() {}

    /** @throws ApiException when companies are not read from such a body */
    static ScreeningFormat sent(@Nullable String contentType) {
        try {
            MediaType type = contentType == null ? MediaType.ALL : MediaType.parseMediaType(contentType);
            if (type.equalsTypeAndSubtype(NDJSON) || type.equalsTypeAndSubtype(JSONL)) {
                return ScreeningFormat.NDJSON;
            }
            if (type.equalsTypeAndSubtype(CSV)) {
                return ScreeningFormat.CSV;
            }
            if (type.equalsTypeAndSubtype(XLSX)) {
                return ScreeningFormat.XLSX;
            }
        } catch (InvalidMediaTypeException noType) {
            // as any other type that is not read
        }
        throw ApiException.unsupported(List.of(NDJSON, JSONL, CSV, XLSX));
    }

    /**
     * The type that the client prefers.
     *
     * @param usual what it gets when it has no preference
     * @throws ApiException when it accepts none
     */
    static MediaType accepted(Enumeration<String> headers, MediaType usual) {
        List<MediaType> wanted = new ArrayList<>();
        try {
            wanted.addAll(MediaType.parseMediaTypes(Collections.list(headers)));
            MimeTypeUtils.sortBySpecificity(wanted);
        } catch (InvalidMediaTypeException | InvalidMimeTypeException unreadable) {
            throw ApiException.named(HttpStatus.NOT_ACCEPTABLE, "screening-accept");
        }
        if (wanted.isEmpty()) {
            wanted.add(MediaType.ALL);
        }
        for (MediaType type : wanted) {
            for (MediaType offered : List.of(usual, NDJSON, JSONL, CSV, XLSX)) {
                if (type.includes(offered) && type.getQualityValue() > 0) {
                    return offered.equals(CSV) ? CSV_UTF_8 : offered;
                }
            }
        }
        throw ApiException.named(HttpStatus.NOT_ACCEPTABLE, "screening-accept");
    }

    static MediaType of(ScreeningFormat format) {
        return switch (format) {
            case NDJSON -> NDJSON;
            case CSV -> CSV;
            case XLSX -> XLSX;
        };
    }

    static ScreeningFormat format(MediaType type) {
        return sent(type.toString());
    }
}
