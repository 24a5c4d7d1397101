package org.hashwise.rulebook.explanation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRules;

/** A company with the shipped questions, an answer at a time. */
final class SampleCompany {

    private final Map<String, Answer> answers = new LinkedHashMap<>();

    SampleCompany with(String id, double number) {
        answers.put(id, new Answer.Number(number));
        return this;
    }

    SampleCompany with(String id, Answer answer) {
        answers.put(id, answer);
        return this;
    }

    Situation today() {
        return on(SmallRules.MARKET_DAY);
    }

    /** With the market of the usual day. */
    Situation on(LocalDate day) {
        return Situation.of(
                ShippedRules.rulebook().questionnaire(),
                Answers.of(answers),
                ShippedRules.rulebook().markets().asOf(SmallRules.MARKET_DAY).orElseThrow(),
                ShippedRules.rulebook().jurisdictions(),
                day);
    }
}
