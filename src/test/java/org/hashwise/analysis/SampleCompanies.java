package org.hashwise.analysis;

import java.util.Map;
import java.util.Random;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.jspecify.annotations.Nullable;

/** Companies that the analyses are tried on: those of the casebook, and plausible ones. */
final class SampleCompanies {

    static final Rulebook RULEBOOK = ShippedRules.rulebook();
    static final AnalysisSettings SETTINGS =
            new AnalysisSettings(95, 2_000, 200_000, 250_000, 20260630, 0.01, 0.5, 20, 30_000);

    private static final MarketSnapshot MARKET =
            RULEBOOK.markets().asOf(java.time.LocalDate.of(2025, 11, 30)).orElseThrow();
    private static final long SEED = 4711;

    static {
        RULEBOOK.verifyBytecodeBriefly(); // analyses count verdicts in bulk, as in a program that has started
    }

    private SampleCompanies() {}

    /** A company of the casebook on its day. */
    static Situation of(String id) {
        return RULEBOOK.caseStudy(id).map(ShippedRules::situation).orElseThrow();
    }

    /** A company with these answers only. */
    static Situation answering(Answers answers) {
        return Situation.of(RULEBOOK.questionnaire(), answers, MARKET, RULEBOOK.jurisdictions(), MARKET.asOf());
    }

    static Situation unknown() {
        return answering(Answers.none());
    }

    /** A plausible company that answered everything. */
    static Situation plausible(long number) {
        return new Sampler(
                        RULEBOOK.questionnaire(),
                        MARKET,
                        RULEBOOK.jurisdictions(),
                        MARKET.asOf(),
                        Answers.none(),
                        Map.of(),
                        SEED)
                .company(number);
    }

    /**
     * A company whose answers are independent of each other and uniform over the full plausible ranges. Estimates rest on the
     * company about which nothing is known.
     */
    static Situation independent(long number) {
        Random random = new Random(SEED + number);
        Situation unknown = unknown();
        Answers answers = Answers.none();
        for (Question question : RULEBOOK.questionnaire().questions()) {
            Answer answer = uniform(question, unknown.valueAt(position(question.id())), random);
            if (answer != null) {
                answers = answers.with(question.id(), answer);
            }
        }
        return answering(answers);
    }

    private static @Nullable Answer uniform(Question question, @Nullable Answer typical, Random random) {
        Distribution spread = question.spread();
        if (spread instanceof Distribution.Range range) {
            return number(question, range.low() + (range.high() - range.low()) * random.nextDouble());
        }
        if (spread instanceof Distribution.Factor factor) {
            double times = factor.low() + (factor.high() - factor.low()) * random.nextDouble();
            return typical instanceof Answer.Number likely ? number(question, likely.value() * times) : null;
        }
        if (spread instanceof Distribution.Examples examples) {
            return examples.answers().get(random.nextInt(examples.answers().size()));
        }
        if (spread instanceof Distribution.None) {
            return null;
        }
        return question.kind() == Kind.YESNO
                ? new Answer.YesNo(random.nextBoolean())
                : new Answer.Choice(question.choices()
                        .get(random.nextInt(question.choices().size()))
                        .value());
    }

    private static Answer number(Question question, double value) {
        return new Answer.Number(Math.max(question.min(), Math.min(question.max(), value)));
    }

    /** The value of a threshold that rules compare with. */
    static double threshold(String name) {
        return RULEBOOK.parameters().get(name).value();
    }

    static int position(String id) {
        return RULEBOOK.questionnaire().position(id);
    }

    static Situation with(Situation situation, String id, double value) {
        return situation.with(position(id), new Answer.Number(value));
    }
}
