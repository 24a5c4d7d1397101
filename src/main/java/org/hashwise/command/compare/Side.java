package org.hashwise.command.compare;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.Rulebook;

/**
 * One of the two rulebooks.
 *
 * @param folder as it was named
 */
record Side(String folder, Rulebook rulebook) {

    /** A company as this rulebook sees it: answers that its questions do not take are left out, and assumed. */
    Situation situation(Answers answers, LocalDate day) {
        Map<String, Answer> taken = new TreeMap<>();
        answers.byId().forEach((id, answer) -> {
            if (rulebook.questionnaire()
                    .question(id)
                    .filter(question -> takes(question, answer))
                    .isPresent()) {
                taken.put(id, answer);
            }
        });
        return Situation.of(
                rulebook.questionnaire(),
                Answers.of(taken),
                rulebook.markets().asOf(day).orElseThrow(),
                rulebook.jurisdictions(),
                day);
    }

    private static boolean takes(Question question, Answer answer) {
        return switch (question.kind()) {
            case YESNO -> answer instanceof Answer.YesNo;
            case CHOICE -> answer instanceof Answer.Choice choice
                    && question.choice(choice.value()).isPresent();
            case SHARES -> answer instanceof Answer.Shares;
            default -> answer instanceof Answer.Number number
                    && number.value() >= question.min()
                    && number.value() <= question.max();
        };
    }

    LocalDate newestMarket() {
        return rulebook.markets().newest().orElseThrow().asOf();
    }
}
