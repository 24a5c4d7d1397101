package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hashwise.assessment.Assessment;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.DeletionReason;
import org.hashwise.assessment.IdempotencyKey;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.StoredAssessment;
import org.hashwise.assessment.VersionConflict;
import org.hashwise.consultation.AssessmentService;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.RequestLanguage;
import org.hashwise.questionnaire.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create, read, change and delete one stored assessment. */
@RestController
@RequestMapping(path = "/api/v1/assessments", produces = MediaType.APPLICATION_JSON_VALUE)
class AssessmentApi {

    /** An id, and no name of another route, which has methods of its own. */
    private static final String ONE = "/{id:(?!(?:export|import|replay)$).+}";

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Consultation consultation;
    private final AssessmentService service;
    private final Assessments assessments;

    AssessmentApi(Consultation consultation, AssessmentService service, Assessments assessments) {
        this.consultation = consultation;
        this.service = service;
        this.assessments = assessments;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AssessmentResponse> create(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, HttpServletRequest http)
            throws IOException {
        Consultation.Request request = AdviceBody.read(http, consultation).finish();
        refuse(key, request);
        StoredAssessment kept = service.save(request, key);
        AssessmentResponse response = AssessmentResponse.of(kept.receipt(), http.getContextPath());
        URI location = URI.create(http.getContextPath() + "/api/v1/assessments/" + response.id());
        return reply(ResponseEntity.created(location), response);
    }

    private static void refuse(@Nullable String key, Consultation.Request request) {
        if (key != null && (key.isBlank() || key.length() > IdempotencyKey.LONGEST)) {
            Problem problem = new Problem(
                    "Idempotency-Key",
                    key,
                    key.isBlank() ? Problem.Code.MISSING : Problem.Code.TOO_LONG,
                    key.isBlank() ? List.of("Idempotency-Key") : List.of(IdempotencyKey.LONGEST),
                    "");
            throw ApiException.invalid(List.of(problem), request.language());
        }
    }

    @GetMapping(ONE)
    ResponseEntity<WholeAssessment> find(@PathVariable String id, HttpServletRequest http) {
        StoredAssessment kept = assessments.find(id);
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(kept.assessment().version()))
                .cacheControl(CacheControl.noStore())
                .body(WholeAssessment.of(kept, consultation.questionnaire(), http.getContextPath()));
    }

    @PatchMapping(
            path = ONE,
            consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<AssessmentResponse> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String header,
            HttpServletRequest http)
            throws IOException {
        Assessment current = assessments.find(id).assessment();
        IfMatch match = IfMatch.of(http).needed();
        if (!match.allows(current.version())) {
            throw refused(match, current);
        }
        MergePatch patch = MergePatch.read(
                JsonBody.read(RequestStream.of(http)), consultation.questionnaire(), RequestLanguage.of(http));
        Consultation.Request wanted = patch.apply(AssessmentService.request(current));
        try {
            StoredAssessment kept = service.change(id, current.version(), before -> wanted);
            return reply(ResponseEntity.ok(), AssessmentResponse.of(kept.receipt(), http.getContextPath()));
        } catch (VersionConflict meanwhile) {
            throw changed(current.version(), meanwhile.current());
        }
    }

    private ApiException refused(IfMatch match, Assessment current) {
        ApiException refusal = changed(match.known(), current);
        String tag = IfMatch.tag(current.version());
        if (match.isForeign()) {
            return refusal.because("412.foreign", tag);
        }
        return match.isWeak(current.version()) ? refusal.because("412.weak", tag) : refusal;
    }

    private ApiException changed(int known, Assessment current) {
        VersionItem yours = assessments
                .version(current.id(), known)
                .map(receipt -> VersionItem.of(known, receipt))
                .orElseGet(() -> VersionItem.unknown(known));
        return ApiException.changed(yours, VersionItem.of(current));
    }

    @DeleteMapping(ONE)
    ResponseEntity<Void> delete(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String header,
            HttpServletRequest http) {
        Assessment current = assessments.find(id).assessment();
        IfMatch match = IfMatch.of(http);
        if (!match.isAbsent() && !match.allows(current.version())) {
            throw refused(match, current);
        }
        assessments.forget(id, DeletionReason.REQUEST);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}/receipt")
    ResponseEntity<byte[]> receipt(@PathVariable String id) {
        StoredAssessment kept = assessments.find(id);
        return download(kept.receipt(), kept.assessment().version());
    }

    @GetMapping("/{id}/receipts/{version}")
    ResponseEntity<byte[]> receipt(@PathVariable String id, @PathVariable("version") String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw ApiException.of(HttpStatus.NOT_FOUND);
        }
        int version = Integer.parseInt(text);
        return download(assessments.receipt(id, version), version);
    }

    // The very bytes whose hash it names; any other form would have to be brought into this one first.
    private static ResponseEntity<byte[]> download(Receipt receipt, int version) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("hashwise-receipt-" + version + ".json")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(receipt.body().getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<AssessmentResponse> reply(
            ResponseEntity.BodyBuilder reply, AssessmentResponse response) {
        return reply.eTag(IfMatch.tag(response.version()))
                .cacheControl(CacheControl.noStore())
                .body(response);
    }
}
