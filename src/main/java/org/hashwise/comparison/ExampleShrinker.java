package org.hashwise.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;

/**
 * Shrinker of example companies: of a company's answers only those stay without which it would not change in the same
 * way.
 */
final class ExampleShrinker {

    private static final int DIGITS = 2;

    private final RulebookPair pair;
    private final LocalDate day;
    private final Transition flip;

    ExampleShrinker(RulebookPair pair, LocalDate day, Transition flip) {
        this.pair = pair;
        this.day = day;
        this.flip = flip;
    }

    RulebookChange.Example of(Answers answers) {
        Answers plain = rounded(fewest(answers));
        return new RulebookChange.Example(plain, pair.evaluate(before(plain), after(plain)));
    }

    private Answers fewest(Answers answers) {
        Answers fewest = answers;
        int size = Integer.MAX_VALUE;
        while (fewest.byId().size() < size) {
            size = fewest.byId().size();
            for (String id : idsLastFirst()) {
                Answers fewer = fewest.without(id);
                if (fewest.has(id) && isSame(fewer)) {
                    fewest = fewer;
                }
            }
        }
        return fewest;
    }

    // What is asked last depends most on the rest.
    private List<String> idsLastFirst() {
        List<String> ids = new ArrayList<>();
        for (Question question : pair.before().rules().questionnaire().questions()) {
            ids.add(0, question.id());
        }
        return ids;
    }

    private Answers rounded(Answers answers) {
        Answers rounded = answers;
        for (var answer : answers.byId().entrySet()) {
            if (answer.getValue() instanceof Answer.Number number) {
                double value = BigDecimal.valueOf(number.value())
                        .round(new MathContext(DIGITS))
                        .doubleValue();
                Answers rounder = rounded.with(answer.getKey(), new Answer.Number(value));
                rounded = isSame(rounder) ? rounder : rounded;
            }
        }
        return rounded;
    }

    private boolean isSame(Answers answers) {
        return pair.flip(before(answers), after(answers)).equals(flip);
    }

    private Situation before(Answers answers) {
        return pair.before().situation(answers, day);
    }

    private Situation after(Answers answers) {
        return pair.after().situation(answers, day);
    }
}
