package org.hashwise.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Figures;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * Samples plausible companies by Monte Carlo: given answers are fixed, and all others are drawn. In the {@link
 * Population#USUAL usual} population they come from the distributions that their questions declare, and estimates follow the
 * values they depend on; in the {@link Population#WIDE wide} one they are independent and uniform. The same seed and number
 * always give the same company, and each question has its own random stream, so that a new answer does not change the other
 * draws. Thread-safe.
 */
public final class Sampler {

    private final TypicalValues typicalValues;
    private final LocalDate asOf;
    private final @Nullable Answer[] given;
    private final Distribution.@Nullable Range[] rough;
    private final boolean[] drawn;
    private final SpreadSampler distributions;

    /** The assumption for each drawn question while only the given answers are known; null in the usual population. */
    private final @Nullable Answer @Nullable [] assumptions;

    /**
     * A sampler of the usual population.
     *
     * @param given answers that are certain
     * @param rough numeric answers that are known within a range only, by id
     */
    public Sampler(
            Questionnaire questionnaire,
            MarketSnapshot market,
            Jurisdictions jurisdictions,
            LocalDate asOf,
            Answers given,
            Map<String, Distribution.Range> rough,
            long seed) {
        this(Situation.of(questionnaire, given, market, jurisdictions, asOf), rough, Set.of(), Population.USUAL, seed);
    }

    /**
     * @param known the certain answers, with market and day
     * @param rough numeric answers that are known within a range only, by id
     * @param assumed ids of questions that are not drawn: each company has the typical value
     */
    public Sampler(
            Situation known,
            Map<String, Distribution.Range> rough,
            Set<String> assumed,
            Population population,
            long seed) {
        this.typicalValues = known.typicalValues;
        this.asOf = known.asOf();
        List<Question> questions = known.questionnaire().questions();
        this.given = new Answer[questions.size()];
        this.rough = new Distribution.Range[questions.size()];
        this.drawn = new boolean[questions.size()];
        for (int position = 0; position < questions.size(); position++) {
            Question question = questions.get(position);
            this.given[position] = known.answers().byId().get(question.id());
            this.rough[position] = rough.get(question.id());
            this.drawn[position] = this.given[position] == null
                    && (this.rough[position] != null
                            || (!(question.spread() instanceof Distribution.None) && !assumed.contains(question.id())));
        }
        this.distributions = new SpreadSampler(known.questionnaire(), seed);
        this.assumptions = population == Population.WIDE ? assumptions(rough) : null;
    }

    /** The assumptions with the likely value of each rough answer. */
    private @Nullable Answer[] assumptions(Map<String, Distribution.Range> rough) {
        @Nullable Answer[] likely = given.clone();
        rough.forEach(
                (id, range) -> likely[typicalValues.questionnaire().position(id)] = new Answer.Number(range.likely()));
        Situation situation = Situation.of(typicalValues, likely, asOf);
        @Nullable Answer[] assumed = new Answer[given.length];
        for (int position = 0; position < assumed.length; position++) {
            assumed[position] = drawn[position] ? situation.assumedAt(position) : null;
        }
        return assumed;
    }

    /**
     * A plausible company that answered everything but what is computed when absent and what the market says.
     *
     * @param number 0 and up; each is another company
     */
    public Situation company(long number) {
        return Situation.of(typicalValues, new Draw(number).all(), asOf);
    }

    /** Returns whether a question is drawn: it has a spread or a rough answer, no certain answer, and is not assumed. */
    public boolean isDrawn(int position) {
        return drawn[position];
    }

    /** One company in the making. Values are drawn on demand, as an estimate may rest on another that comes later. */
    final class Draw extends Figures {
        private final long number;
        private final @Nullable Answer[] values = new Answer[given.length];

        private Draw(long number) {
            super(typicalValues.questionnaire());
            this.number = number;
        }

        @Nullable
        Answer[] all() {
            for (int position = 0; position < values.length; position++) {
                if (given[position] != null || isDrawn(position)) {
                    values[position] = valueAt(position);
                }
            }
            return values;
        }

        @Override
        public @Nullable Answer valueAt(int position) {
            Answer known = given[position] == null ? values[position] : given[position];
            if (known != null) {
                return known;
            }
            if (!isDrawn(position)) {
                return typical(position);
            }
            Answer value = drawn(position);
            values[position] = value;
            return value;
        }

        private @Nullable Answer drawn(int position) {
            Distribution.Range range = rough[position];
            if (assumptions != null) {
                return distributions.drawUniformly(position, number, range, assumptions[position]);
            }
            return range == null
                    ? distributions.draw(position, number, this)
                    : distributions.within(range, position, number);
        }

        @Nullable
        Answer typical(int position) {
            return typicalValues.at(position, this);
        }

        @Override
        public boolean isAnsweredAt(int position) {
            return given[position] != null || rough[position] != null;
        }
    }
}
