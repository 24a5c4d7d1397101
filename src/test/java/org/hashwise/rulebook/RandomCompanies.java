package org.hashwise.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.language.RulebookContents;

/** Companies drawn at random whose numbers lie on thresholds of the rules: where two evaluations would differ. */
public final class RandomCompanies {

    private static final long SEED = 20251130;

    private final RulebookContents contents;
    private final Random random = new Random(SEED);

    private RandomCompanies(RulebookContents contents) {
        this.contents = contents;
    }

    /** The same companies every time. */
    public static Stream<Situation> of(RulebookContents contents, Jurisdictions jurisdictions, int number) {
        RandomCompanies companies = new RandomCompanies(contents);
        return Stream.generate(companies::answers)
                .limit(number)
                .map(answers -> Situation.of(
                        contents.questionnaire(),
                        answers,
                        contents.markets().asOf(day()).orElseThrow(),
                        jurisdictions,
                        day()));
    }

    private static LocalDate day() {
        return SmallRules.MARKET_DAY;
    }

    private Answers answers() {
        TreeMap<String, Answer> answers = new TreeMap<>();
        for (Question question : contents.questionnaire().questions()) {
            if (random.nextBoolean()) {
                answers.put(question.id(), answer(question));
            }
        }
        return new Answers(answers);
    }

    private Answer answer(Question question) {
        if (question.kind() == Kind.YESNO) {
            return new Answer.YesNo(random.nextBoolean());
        } else if (question.kind() == Kind.CHOICE) {
            List<Question.Choice> choices = question.choices();
            return new Answer.Choice(choices.get(random.nextInt(choices.size())).value());
        } else if (question.kind() == Kind.SHARES) {
            return new Answer.Shares(new TreeMap<>(Map.of("US-NY", 30.0, "PY", 70.0)));
        }
        List<Double> values = new ArrayList<>(contents.thresholds().values());
        values.add(question.min());
        values.removeIf(value -> value < question.min() || value > question.max());
        return new Answer.Number(values.get(random.nextInt(values.size())));
    }
}
