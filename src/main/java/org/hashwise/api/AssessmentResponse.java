package org.hashwise.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.hashwise.assessment.CanonicalJson;
import org.hashwise.assessment.ReadToken;
import org.hashwise.assessment.Receipt;
import tools.jackson.databind.JsonNode;

/** A saved assessment as JSON, in the reply to the request that made or changed it. All of it follows from the receipt. */
record AssessmentResponse(
        String id,
        int version,
        Links links,
        @JsonRawValue String advice,
        @JsonRawValue String receipt) {

    /**
     * The paths of the pages of an assessment.
     *
     * @param read with which it can be read and not changed
     * @param change with which it can also be changed and deleted
     */
    record Links(String read, String change) {
        static Links of(String id, String contextPath) {
            return new Links(contextPath + "/shared/" + ReadToken.of(id), contextPath + "/assessments/" + id);
        }
    }

    /** @param contextPath before the paths of all pages */
    static AssessmentResponse of(Receipt receipt, String contextPath) {
        JsonNode fields = receipt.json();
        String id = fields.path("assessment").stringValue("");
        return new AssessmentResponse(
                id,
                fields.path("version").intValue(0),
                Links.of(id, contextPath),
                CanonicalJson.of(fields.path("advice")),
                receipt.body());
    }
}
