package org.hashwise.api;

import java.util.Map;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.JsonBody;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * A JSON merge patch of a request (RFC 7396), in which each answer is replaced as a whole.
 *
 * @param given what is given, validated
 */
record MergePatch(Map<String, @Nullable Object> fields, Consultation.Request given) {

    /** @throws ApiException naming all problems in the order of their ids */
    static MergePatch read(JsonBody body, Questionnaire questionnaire, Language preferred) {
        return new MergePatch(body.fields(), AdviceRequest.read(body, questionnaire, preferred));
    }

    Consultation.Request apply(Consultation.Request before) {
        return new Consultation.Request(
                fields.containsKey("company") ? given.company() : before.company(),
                fields.containsKey("asOf") ? given.asOf() : before.asOf(),
                fields.containsKey("language") ? given.language() : before.language(),
                fields.containsKey("answers") ? answers(before.answers()) : before.answers());
    }

    private Answers answers(Answers before) {
        if (!(fields.get("answers") instanceof Map<?, ?> changes)) {
            return Answers.none();
        }
        return before.only(id -> !changes.containsKey(id)).with(given.answers());
    }
}
