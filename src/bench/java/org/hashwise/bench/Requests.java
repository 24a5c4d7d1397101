package org.hashwise.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.model.CaseStudy;
import tools.jackson.databind.json.JsonMapper;

/** The companies of the casebook, as requests. */
final class Requests {

    private static final String JSON = "application/json";

    private Requests() {}

    static List<byte[]> advice() {
        return to("/api/v1/advice");
    }

    /** The same requests to another address. */
    static List<byte[]> to(String path) {
        return ShippedRules.rulebook().cases().stream()
                .map(study -> Connection.post(path, body(study), JSON))
                .toList();
    }

    static byte[] store(byte[] reply) {
        return Connection.post("/api/bench/store", reply, "application/octet-stream");
    }

    private static byte[] body(CaseStudy study) {
        Map<String, Object> answers = new LinkedHashMap<>();
        study.answers().byId().forEach((id, answer) -> answers.put(id, value(answer)));
        return JsonMapper.shared()
                .writeValueAsBytes(Map.of("asOf", study.asOf().toString(), "language", "en", "answers", answers));
    }

    private static Object value(Answer answer) {
        if (answer instanceof Answer.Number it) {
            return it.value();
        } else if (answer instanceof Answer.YesNo it) {
            return it.value();
        } else if (answer instanceof Answer.Choice it) {
            return it.value();
        } else if (answer instanceof Answer.Shares it) {
            return it.percentByCode();
        }
        throw new IllegalArgumentException(answer.toString());
    }
}
