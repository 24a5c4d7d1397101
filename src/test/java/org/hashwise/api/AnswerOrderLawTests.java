package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.hashwise.advice.Situation;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.JsonBody;
import org.hashwise.laws.Law;
import org.hashwise.laws.RandomMiners;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;

/** Somebody who answers in another order is the same company. */
@Domain(RandomMiners.class)
@Domain(DomainContext.Global.class)
class AnswerOrderLawTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();

    @Law
    void theOrderOfAnswersDoesNotMatter(@ForAll Situation company, @ForAll long seed) throws IOException {
        List<String> fields = new ArrayList<>();
        company.answers().byId().forEach((id, answer) -> fields.add("\"" + id + "\":" + json(answer)));
        Consultation.Request inOrder = request(fields);
        Collections.shuffle(fields, new Random(seed));
        Consultation.Request shuffled = request(fields);

        assertThat(shuffled).isEqualTo(inOrder);
        assertThat(shuffled.answers()).isEqualTo(company.answers());
        Situation other = company.with(shuffled.answers());
        assertThat(RULEBOOK.advise(other, Language.EN)).isEqualTo(RULEBOOK.advise(company, Language.EN));
    }

    private static Consultation.Request request(List<String> fields) throws IOException {
        String body = "{\"answers\":{" + String.join(",", fields) + "}}";
        JsonBody json = JsonBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        return AdviceRequest.read(json, RULEBOOK.questionnaire(), Language.EN);
    }

    private static String json(Answer answer) {
        if (answer instanceof Answer.Shares shares) {
            return shares.percentByCode().entrySet().stream()
                    .map(share -> "\"" + share.getKey() + "\":" + share.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (answer instanceof Answer.Number number) {
            return String.valueOf(number.value());
        }
        return answer instanceof Answer.YesNo yesNo
                ? String.valueOf(yesNo.value())
                : "\"" + ((Answer.Choice) answer).value() + "\"";
    }
}
