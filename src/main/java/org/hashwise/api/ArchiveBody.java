package org.hashwise.api;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of an import, which may be larger than that of any other request. */
final class ArchiveBody {

    /** Largest accepted body in bytes: some hundreds of assessments with their receipts. */
    static final int LIMIT = 32 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ArchiveBody() {}

    static JsonNode read(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw ApiException.tooLarge(LIMIT);
        }
        try {
            JsonNode document = JSON.readTree(bytes);
            if (document.isMissingNode()) {
                throw ApiException.emptyBody();
            }
            if (!document.isObject()) {
                throw ApiException.notAnObject();
            }
            return document;
        } catch (JacksonException broken) {
            TokenStreamLocation place = broken.getLocation();
            throw place == null
                    ? ApiException.brokenJson(1, 1)
                    : ApiException.brokenJson(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
        }
    }
}
