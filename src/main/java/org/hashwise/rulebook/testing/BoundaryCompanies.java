package org.hashwise.rulebook.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.language.RulebookContents;

/** Companies drawn at random whose numbers are on thresholds of the rules: where two evaluations would differ. */
public final class BoundaryCompanies {

    private static final long SEED = 20251130;

    private final RulebookContents contents;
    private final double[] thresholds;
    private final Random random = new Random(SEED);

    private BoundaryCompanies(RulebookContents contents) {
        this.contents = contents;
        this.thresholds = contents.thresholds().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /**
     * The same companies every time.
     *
     * @param day with a market snapshot on it or before
     */
    public static Stream<Situation> of(RuleEngine rules, LocalDate day, int number) {
        BoundaryCompanies companies = new BoundaryCompanies(rules.contents());
        return Stream.generate(companies::answers)
                .limit(number)
                .map(answers -> rules.situation(answers, day).orElseThrow());
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
            List<Question.AnswerOption> choices = question.choices();
            return new Answer.Choice(choices.get(random.nextInt(choices.size())).value());
        } else if (question.kind() == Kind.SHARES) {
            return new Answer.Shares(new TreeMap<>(Map.of("US-NY", 30.0, "PY", 70.0)));
        }
        List<Double> values = new ArrayList<>();
        for (double value : thresholds) {
            if (value >= question.min() && value <= question.max()) {
                values.add(value);
            }
        }
        values.add(question.min());
        return new Answer.Number(values.get(random.nextInt(values.size())));
    }
}
