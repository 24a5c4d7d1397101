package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;

/** The alternative answers to a question with countably many. */
final class AlternativeAnswers {

    private AlternativeAnswers() {}

    /** Every accepted answer but this one, in the order in which they are offered; empty for numbers and shares. */
    static List<Answer> than(Answer current, Question question) {
        List<Answer> others = new ArrayList<>();
        if (current instanceof Answer.YesNo answer) {
            others.add(new Answer.YesNo(!answer.value()));
        } else if (current instanceof Answer.Choice) {
            question.choices().forEach(choice -> others.add(new Answer.Choice(choice.value())));
            others.remove(current);
        }
        return others;
    }
}
