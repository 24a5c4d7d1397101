package org.hashwise.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * Samples plausible companies by Monte Carlo: given answers are fixed, all others are drawn from the distributions that
 * their questions declare, and estimates follow the values they depend on. The same seed and number always give the
 * same company, and each question has its own random stream, so that a new answer does not change the other draws.
 * Thread-safe.
 */
public final class Sampler {

    private final Questionnaire questionnaire;
    private final MarketSnapshot market;
    private final Jurisdictions jurisdictions;
    private final LocalDate asOf;
    private final @Nullable Answer[] given;
    private final Distribution.@Nullable Range[] rough;
    private final SpreadSampler distributions;

    /**
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
        this.questionnaire = questionnaire;
        this.market = market;
        this.jurisdictions = jurisdictions;
        this.asOf = asOf;
        List<Question> questions = questionnaire.questions();
        this.given = new Answer[questions.size()];
        this.rough = new Distribution.Range[questions.size()];
        for (int position = 0; position < questions.size(); position++) {
            String id = questions.get(position).id();
            this.given[position] = given.byId().get(id);
            this.rough[position] = rough.get(id);
        }
        this.distributions = new SpreadSampler(questions, seed);
    }

    /**
     * A plausible company that answered everything but what is computed when absent and what the market says.
     *
     * @param number 0 and up; each is another company
     */
    public Situation company(long number) {
        return Situation.of(questionnaire, new Draw(number).all(), market, jurisdictions, asOf);
    }

    /** Whether a question is drawn: it has a spread, and no certain answer. */
    public boolean isDrawn(int position) {
        return given[position] == null
                && (rough[position] != null
                        || !(questionnaire.questions().get(position).spread() instanceof Distribution.None));
    }

    /** One company in the making. Values are drawn on demand, as an estimate may rest on another that comes later. */
    private final class Draw extends PartialFigures implements SpreadSampler.Company {
        private final long number;
        private final @Nullable Answer[] drawn = new Answer[given.length];

        Draw(long number) {
            super(questionnaire);
            this.number = number;
        }

        @Nullable
        Answer[] all() {
            for (int position = 0; position < drawn.length; position++) {
                if (given[position] != null || isDrawn(position)) {
                    drawn[position] = valueAt(position);
                }
            }
            return drawn;
        }

        @Override
        @Nullable
        Answer valueAt(int position) {
            Answer known = given[position] == null ? drawn[position] : given[position];
            if (known != null) {
                return known;
            }
            Question question = questionnaire.questions().get(position);
            if (!isDrawn(position)) {
                return typical(question);
            }
            Distribution.Range range = rough[position];
            Answer value = range == null
                    ? distributions.draw(position, number, this)
                    : distributions.within(range, position, number);
            drawn[position] = value;
            return value;
        }

        @Override
        public @Nullable Answer typical(Question question) {
            return Situation.typical(question, this, market, jurisdictions);
        }

        @Override
        public @Nullable Answer answer(String id) {
            return valueAt(questionnaire.position(id));
        }

        @Override
        boolean isAnsweredAt(int position) {
            return given[position] != null || rough[position] != null;
        }
    }
}
