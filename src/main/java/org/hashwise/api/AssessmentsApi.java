package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.hashwise.assessment.Archive;
import org.hashwise.assessment.ArchiveReader;
import org.hashwise.assessment.Assessment;
import org.hashwise.assessment.Assessments;
import org.hashwise.consultation.AssessmentImport;
import org.hashwise.consultation.Caller;
import org.hashwise.consultation.RequestLanguage;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Endpoints that list, export and import the assessments of the caller. A caller without a login has no list,
 * but may name assessments by id.
 */
@RestController
@RequestMapping(path = "/api/v1/assessments", produces = MediaType.APPLICATION_JSON_VALUE)
class AssessmentsApi {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    private final Assessments assessments;
    private final Archive archive;
    private final Caller caller;
    private final AssessmentImport imports;
    private final JsonMapper json;
    private final Semaphore importing = new Semaphore(1);

    AssessmentsApi(Assessments assessments, Archive archive, AssessmentImport imports, Caller caller, JsonMapper json) {
        this.assessments = assessments;
        this.archive = archive;
        this.imports = imports;
        this.caller = caller;
        this.json = json;
    }

    @GetMapping
    ResponseEntity<AssessmentList> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest http) {
        List<Problem> problems = new ArrayList<>();
        if (cursor != null && !Assessments.isCursor(cursor)) {
            problems.add(new Problem("cursor", cursor, Code.UNKNOWN_CURSOR, List.of(), ""));
        }
        int most = limit(limit, problems);
        if (!problems.isEmpty()) {
            throw ApiException.invalid(problems, RequestLanguage.of(http));
        }
        Assessments.Page page = caller.name()
                .map(owner -> assessments.of(owner, cursor, most))
                .orElseGet(() -> new Assessments.Page(List.of(), null));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(AssessmentList.of(page));
    }

    private static int limit(@Nullable String given, List<Problem> problems) {
        if (given == null) {
            return USUAL;
        }
        if (!given.matches("[0-9]{1,9}")) {
            problems.add(new Problem("limit", given, Code.NOT_A_WHOLE_NUMBER, List.of(), ""));
            return USUAL;
        }
        int limit = Integer.parseInt(given);
        if (limit < 1 || limit > MOST) {
            String nearest = String.valueOf(Math.max(1, Math.min(MOST, limit)));
            problems.add(new Problem("limit", limit, Code.OUT_OF_RANGE, List.of(1, MOST, ""), nearest));
        }
        return limit;
    }

    /** @param id which ones; all of the caller's when none is named */
    @GetMapping("/export")
    void export(@RequestParam(required = false) @Nullable List<String> id, HttpServletResponse response)
            throws IOException {
        List<String> ids = id == null ? own() : id;
        // Nothing is sent before the first one was found: from then on a failure could only break off.
        List<Archive.Item> first = ids.isEmpty() ? List.of() : List.of(archive.item(ids.get(0)));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("hashwise-assessments.json")
                        .build()
                        .toString());
        try (ArchiveWriter writer = new ArchiveWriter(json, response.getOutputStream())) {
            first.forEach(writer::write);
            ids.stream().skip(first.size()).map(archive::item).forEach(writer::write);
        }
    }

    private List<String> own() {
        List<String> ids = new ArrayList<>();
        String owner = caller.name().orElse(null);
        String cursor = null;
        while (owner != null) {
            Assessments.Page page = assessments.of(owner, cursor, MOST);
            page.assessments().stream().map(Assessment::id).forEach(ids::add);
            cursor = page.next();
            owner = cursor == null ? null : owner;
        }
        return ids;
    }

    /** Takes what an export gave, into the hands of the caller. */
    @PostMapping(path = "/import", consumes = MediaType.APPLICATION_JSON_VALUE)
    ImportResponse take(HttpServletRequest http) throws IOException {
        ArchiveReader read = read(http);
        if (!read.problems().isEmpty()) {
            throw ApiException.invalid(read.problems(), RequestLanguage.of(http));
        }
        Archive.ImportResult outcome = taken(read);
        if (!outcome.problems().isEmpty()) {
            throw ApiException.invalid(outcome.problems(), RequestLanguage.of(http));
        }
        return new ImportResponse(outcome.added(), outcome.extended(), outcome.unchanged());
    }

    private ArchiveReader read(HttpServletRequest http) throws IOException {
        return ArchiveBody.read(RequestStream.of(http), caller.name().orElse(null));
    }

    // One at a time: the receipts are evaluated, which takes a processor for as long as it lasts.
    private Archive.ImportResult taken(ArchiveReader read) {
        if (!importing.tryAcquire()) {
            throw ApiException.named(HttpStatus.SERVICE_UNAVAILABLE, "import-busy");
        }
        try {
            return imports.take(read.items());
        } catch (AssessmentImport.TooManyReceipts many) {
            throw ApiException.named(HttpStatus.CONTENT_TOO_LARGE, "receipts-limit", AssessmentImport.MOST_RECEIPTS);
        } finally {
            importing.release();
        }
    }

    /**
     * @param imported assessments that were not here
     * @param extended those that got later versions
     * @param unchanged those that were here already, identical
     */
    record ImportResponse(int imported, int extended, int unchanged) {}
}
