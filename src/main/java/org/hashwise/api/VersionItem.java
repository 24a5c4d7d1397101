package org.hashwise.api;

import java.time.LocalDate;
import java.util.SortedMap;
import org.hashwise.assessment.AnswersJson;
import org.hashwise.assessment.Assessment;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.Plain;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One of two versions that contradict each other. */
record VersionItem(
        int version,
        @Nullable String company,
        @Nullable LocalDate asOf,
        @Nullable String language,
        @Nullable SortedMap<String, Object> answers) {

    static VersionItem of(Assessment assessment) {
        return new VersionItem(
                assessment.version(),
                assessment.company(),
                assessment.asOf(),
                assessment.language().code(),
                Plain.map(assessment.answers().byId()));
    }

    static VersionItem of(int version, Receipt receipt) {
        JsonNode fields = receipt.json();
        return new VersionItem(
                version,
                fields.path("company").stringValue(null),
                LocalDate.parse(fields.path("asOf").stringValue("")),
                fields.path("language").stringValue(null),
                Plain.map(AnswersJson.read(fields.path("answers")).byId()));
    }

    /** One that never was. */
    static VersionItem unknown(int version) {
        return new VersionItem(version, null, null, null, null);
    }
}
