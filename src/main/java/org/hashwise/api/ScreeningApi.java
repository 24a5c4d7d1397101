package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.analysis.Cancellation;
import org.hashwise.consultation.Alternatives;
import org.hashwise.consultation.BoundedInput;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.RequestFields;
import org.hashwise.consultation.RequestLanguage;
import org.hashwise.consultation.Wording;
import org.hashwise.files.DataFolder;
import org.hashwise.files.PrivateFiles;
import org.hashwise.files.SpooledOutput;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem.Code;
import org.hashwise.screening.BrokenFile;
import org.hashwise.screening.RefusedColumns;
import org.hashwise.screening.RowSource;
import org.hashwise.screening.Screening;
import org.hashwise.screening.ScreeningFormat;
import org.hashwise.screening.ScreeningLimits;
import org.hashwise.screening.ScreeningOptions;
import org.hashwise.screening.Screenings;
import org.hashwise.screening.Screenings.FileOfCompanies;
import org.hashwise.screening.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Endpoint for screenings: many companies in, an outcome for each out, while both are still being sent. */
@RestController
@RequestMapping("/api/v1")
class ScreeningApi {

    private static final Logger LOG = LoggerFactory.getLogger(ScreeningApi.class);

    private static final String DETAIL = "detail";
    private static final String FLIPS = "flips";
    private static final String ROWS = "rows";
    private static final String CHECK = "check";
    private static final String IGNORE_UNKNOWN = "ignoreUnknown";
    private static final String COMMON = "common";

    /** Outcomes that a client has not taken yet. */
    private static final long MOST_SPOOLED_BYTES = 2L << 30;

    private final Screenings screenings;
    private final Consultation consultation;
    private final Wording wording;
    private final JsonMapper json;
    private final Path folder;

    ScreeningApi(
            Screenings screenings,
            Consultation consultation,
            Wording wording,
            JsonMapper json,
            @Value(DataFolder.SETTING) String data) {
        this.screenings = screenings;
        this.consultation = consultation;
        this.wording = wording;
        this.json = json;
        this.folder = Path.of(data).resolve("screenings");
        if (Files.isDirectory(folder)) {
            PrivateFiles.clear(folder);
        }
    }

    /** The query parameters. */
    private record Parameters(ScreeningOptions options, boolean refusedOnly, boolean check, boolean ignoreUnknown) {

        Consultation.Request common() {
            return options.common();
        }
    }

    // Content types are distinguished here and not by the framework, so that a refusal names those that are accepted.
    @PostMapping("/screenings")
    void screen(@RequestParam Map<String, String> query, HttpServletRequest http, HttpServletResponse response)
            throws IOException {
        Language language = RequestLanguage.of(http);
        ScreeningFormat sent = ScreeningTypes.sent(http.getContentType());
        Parameters parameters = parameters(query, language);
        MediaType usual = parameters.check()
                ? MediaType.APPLICATION_JSON
                : parameters.refusedOnly() ? ScreeningTypes.of(sent) : ScreeningTypes.NDJSON;
        MediaType accepted = ScreeningTypes.accepted(http.getHeaders(HttpHeaders.ACCEPT), usual);
        if (parameters.options().full()
                && !parameters.check()
                && ScreeningTypes.format(accepted) != ScreeningFormat.NDJSON) {
            throw ApiException.named(HttpStatus.NOT_ACCEPTABLE, "screening-detail");
        }
        Screening screening = screenings.screening(parameters.options());
        Path workbook = null;
        try {
            workbook = sent == ScreeningFormat.XLSX ? workbook(http) : null;
            FileOfCompanies file = workbook == null
                    ? screenings.arriving(sent, UploadedFile.of(http), charset(http))
                    : screenings.workbook(workbook);
            if (parameters.check()) {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                response.getOutputStream()
                        .write(json.writeValueAsBytes(
                                file.check(parameters.common(), Map.of(), parameters.ignoreUnknown())));
                return;
            }
            try (RowSource rows = file.rows(parameters.common().language(), Map.of(), parameters.ignoreUnknown())) {
                stream(screening, rows, accepted, parameters, response);
            }
        } catch (BrokenFile broken) {
            if (response.isCommitted()) {
                return; // the container refuses a request that is not complete
            }
            throw ApiException.unreadable(broken.key(), List.of(broken.line()));
        } catch (UnreadableFile unreadable) {
            throw ApiException.unreadable(unreadable.key(), unreadable.arguments());
        } catch (RefusedColumns refused) {
            throw ApiException.refused(
                    refused.errors(wording, parameters.common().language()),
                    parameters.common().language());
        } finally {
            if (workbook != null) {
                Files.deleteIfExists(workbook);
            }
        }
    }

    private void stream(
            Screening screening,
            RowSource rows,
            MediaType accepted,
            Parameters parameters,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(accepted.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy passes lines on as they come
        response.flushBuffer(); // here: from now on another thread uses the response
        SpooledOutput out = new SpooledOutput(response.getOutputStream(), folder, MOST_SPOOLED_BYTES);
        try {
            write(
                    screening,
                    rows,
                    new Screening.ResultOutput(ScreeningTypes.format(accepted), parameters.refusedOnly(), out));
            out.finish(Cancellation.current());
        } catch (IOException broken) {
            // The client sees it by the missing end.
            LOG.info("A screening was broken off: {}", broken.getClass().getSimpleName());
            throw new AnalysisCancelled(AnalysisCancelled.Reason.CLIENT_GONE);
        } finally {
            out.abort();
        }
    }

    private static void write(Screening screening, RowSource rows, Screening.ResultOutput target) throws IOException {
        try {
            screening.run(rows, List.of(target));
        } catch (BrokenFile broken) {
            // The last line says so to a client that still reads.
            LOG.info("An upload broke off: {}", broken.key());
        }
    }

    private Parameters parameters(Map<String, String> query, Language language) throws IOException {
        RequestFields fields = RequestFields.of(new JsonBody(Map.copyOf(query), List.of()));
        fields.refuseOthersThan(
                List.of(DETAIL, FLIPS, ROWS, CHECK, IGNORE_UNKNOWN, COMMON, Alternatives.OVERLAY, Alternatives.VIEWS));
        boolean full = "full".equals(fields.word(DETAIL, List.of("brief", "full")));
        boolean refusedOnly = "refused".equals(fields.word(ROWS, List.of("all", "refused")));
        boolean flips = is(fields, FLIPS, true);
        boolean check = is(fields, CHECK, false);
        boolean ignoreUnknown = is(fields, IGNORE_UNKNOWN, false);
        refuseAllButOne(
                fields, full ? "detail=full" : "", refusedOnly ? "rows=refused" : "", check ? "check=true" : "");
        fields.refuseProblems(language);
        JsonBody common = body(query.get(COMMON));
        JsonBody overlay = body(query.get(Alternatives.OVERLAY));
        String views = query.get(Alternatives.VIEWS);
        JsonBody all = common == null ? JsonBody.empty() : common;
        all = overlay == null ? all : all.with(Alternatives.OVERLAY, overlay);
        all = views == null
                ? all
                : all.with(Alternatives.VIEWS, Arrays.asList(StringUtils.tokenizeToStringArray(views, ",")));
        return new Parameters(
                ScreeningOptions.read(
                        all,
                        consultation.questionnaire(),
                        consultation.overlays(),
                        language,
                        full,
                        flips && !refusedOnly),
                refusedOnly,
                check,
                ignoreUnknown);
    }

    /** @param words parameters with values each of which asks for another reply; empty where the request does not have one */
    private static void refuseAllButOne(RequestFields fields, String... words) {
        List<String> there = Stream.of(words).filter(word -> !word.isEmpty()).toList();
        for (String word : there.subList(0, Math.max(0, there.size() - 1))) {
            String[] parameter = word.split("=", 2);
            fields.problem(
                    parameter[0], parameter[1], Code.ONE_TOO_MANY, List.of(word, there.get(there.size() - 1)), "");
        }
    }

    private static boolean is(RequestFields fields, String name, boolean usual) {
        String word = fields.word(name, List.of("true", "false"));
        return word == null ? usual : word.equals("true");
    }

    private static @Nullable JsonBody body(@Nullable String text) throws IOException {
        return text == null ? null : JsonBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static @Nullable Charset charset(HttpServletRequest http) {
        String charset = MediaType.parseMediaType(Objects.requireNonNull(http.getContentType()))
                .getParameter("charset");
        try {
            return charset == null ? null : Charset.forName(charset.replace("\"", ""));
        } catch (IllegalArgumentException unknown) {
            throw ApiException.named(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "charset", charset);
        }
    }

    // A workbook is read from its end: all of it has to be there.
    private Path workbook(HttpServletRequest http) throws IOException {
        Path file = PrivateFiles.createTemporary(folder, ".xlsx");
        boolean complete = false;
        try (InputStream bytes = UploadedFile.of(http)) {
            Files.copy(
                    new BoundedInput(bytes, ScreeningLimits.WORKBOOK_BYTES), file, StandardCopyOption.REPLACE_EXISTING);
            complete = true;
            return file;
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
    }
}
