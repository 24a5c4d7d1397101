package org.hashwise.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.hashwise.assessment.CanonicalJson;
import org.hashwise.assessment.Receipt;
import tools.jackson.databind.JsonNode;

/**
 * A kept assessment as JSON, as it is told to whoever made or changed it. All of it stands in the receipt, so that the same
 * version is always told alike.
 */
record AssessmentResponse(
        String id,
        int version,
        @JsonRawValue String advice,
        @JsonRawValue String receipt) {

    static AssessmentResponse of(Receipt receipt) {
        JsonNode fields = receipt.json();
        return new AssessmentResponse(
                fields.path("assessment").stringValue(""),
                fields.path("version").intValue(0),
                CanonicalJson.of(fields.path("advice")),
                receipt.body());
    }
}
