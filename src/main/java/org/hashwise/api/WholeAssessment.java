package org.hashwise.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashwise.assessment.Assessment;
import org.hashwise.assessment.StoredAssessment;
import org.hashwise.consultation.Plain;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Renames;
import org.jspecify.annotations.Nullable;

/**
 * A saved assessment as JSON, with its answers.
 *
 * @param renamed answers that were kept under a former name, and have today's name here
 */
record WholeAssessment(
        String id,
        int version,
        String company,
        @Nullable LocalDate asOf,
        String language,
        Map<String, Object> answers,
        List<Renames.Renamed> renamed,
        Instant createdAt,
        Instant changedAt,
        AssessmentResponse.Links links,
        @JsonRawValue String advice,
        @JsonRawValue String receipt) {

    static WholeAssessment of(StoredAssessment kept, Questionnaire questionnaire, String contextPath) {
        Assessment assessment = kept.assessment();
        List<Renames.Renamed> renamed = new ArrayList<>();
        Map<String, Object> answers =
                questionnaire.renames().fit(Plain.map(assessment.answers().byId()), questionnaire, renamed);
        AssessmentResponse response = AssessmentResponse.of(kept.receipt(), contextPath);
        return new WholeAssessment(
                assessment.id(),
                assessment.version(),
                assessment.company(),
                assessment.asOf(),
                assessment.language().code(),
                answers,
                renamed,
                assessment.createdAt(),
                assessment.changedAt(),
                response.links(),
                response.advice(),
                response.receipt());
    }
}
