package org.hashwise.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.hashwise.assessment.Assessment;
import org.hashwise.assessment.Kept;
import org.hashwise.consultation.Plain;
import org.jspecify.annotations.Nullable;

/** A kept assessment as JSON, with what was answered. */
record WholeAssessment(
        String id,
        int version,
        String company,
        @Nullable LocalDate asOf,
        String language,
        @Schema(type = "object") SortedMap<String, Object> answers,
        Instant createdAt,
        Instant changedAt,
        @JsonRawValue @Schema(type = "object") String advice,
        @JsonRawValue @Schema(type = "object") String receipt) {

    static WholeAssessment of(Kept kept) {
        Assessment assessment = kept.assessment();
        AssessmentResponse told = AssessmentResponse.of(kept.receipt());
        return new WholeAssessment(
                assessment.id(),
                assessment.version(),
                assessment.company(),
                assessment.asOf(),
                assessment.language().code(),
                Plain.map(assessment.answers().byId()),
                assessment.createdAt(),
                assessment.changedAt(),
                told.advice(),
                told.receipt());
    }
}
