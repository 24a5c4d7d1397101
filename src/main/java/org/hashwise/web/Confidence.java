package org.hashwise.web;

import java.util.Optional;
import org.hashwise.advice.Advice;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * The probability and lead of a recommendation, as the page shows them.
 *
 * @param runnerUp that of the {@link Advice#runnerUp}; null when there is none
 * @param margin points between the recommendation and the runner-up, negative when the runner-up has more; 0 without one
 * @param byDistress whether restructuring is recommended
 * @param given how many questions were answered, as the progress of the questionnaire counts them
 * @param asked how many questions there are
 */
record Confidence(@Nullable RankedStrategy runnerUp, double margin, boolean byDistress, int given, int asked) {

    /** @param answers how many questions were answered */
    static Confidence of(Advice advice, Questionnaire questionnaire, int answers) {
        Strategy chosen = advice.recommendation().strategy();
        Optional<RankedStrategy> runnerUp = advice.runnerUp();
        return new Confidence(
                runnerUp.orElse(null),
                runnerUp.map(standing -> advice.score(chosen) - standing.score())
                        .orElse(0.0),
                chosen == Strategy.RESTRUCTURE,
                answers,
                questionnaire.questions().size());
    }

    /** The strategy of the runner-up. */
    @Nullable
    Strategy second() {
        return runnerUp == null ? null : runnerUp.strategy();
    }

    public int givenPercent() {
        return asked == 0 ? 100 : Math.round(100f * given / asked);
    }
}
