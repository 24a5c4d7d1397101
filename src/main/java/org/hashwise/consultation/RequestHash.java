package org.hashwise.consultation;

import org.hashwise.assessment.CanonicalJson;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hash of a request, equal for requests with the same content. */
final class RequestHash {

    private static final JsonMapper JSON = new JsonMapper();

    private RequestHash() {}

    static String of(Consultation.Request request) {
        ObjectNode fields = JSON.createObjectNode();
        fields.put("company", request.company());
        fields.put("asOf", request.asOf() == null ? null : request.asOf().toString());
        fields.put("language", request.language().code());
        fields.set("answers", JSON.valueToTree(Plain.map(request.answers().byId())));
        return CanonicalJson.hash(fields);
    }
}
