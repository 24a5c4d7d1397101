package org.hashwise.web;

import java.util.List;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Controllability;
import org.hashwise.analysis.Flip;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * The single changes that would turn the recommendation.
 *
 * @param now what is recommended
 * @param levers what the company can move
 * @param market what nobody can move alone
 * @param carrying the nearest turn of an assumed value that stays within what is plausible for it; null when there is
 *     none
 */
record FlipSummary(
        Strategy now, Side levers, Side market, @Nullable Flip carrying) {

    private static final int NEAR_NUMBERS = 4;
    private static final int NEAR_WORDS = 3;

    // A value that has to double is no news for a board.
    private static final double NEAR_PERCENT = 100;

    /** @param near the nearest; the others are farther away, or many */
    record Side(List<Flip> near, List<Flip> far) {}

    static FlipSummary of(Strategy now, List<Flip> flips, Questionnaire questionnaire) {
        return new FlipSummary(
                now,
                side(flips, Controllability.LEVER),
                side(flips, Controllability.MARKET),
                flips.stream()
                        .filter(Flip::assumed)
                        .filter(flip -> questionnaire
                                .question(flip.id())
                                .filter(question -> isPlausible(flip, question))
                                .isPresent())
                        .findFirst()
                        .orElse(null));
    }

    private static Side side(List<Flip> flips, Controllability kind) {
        List<Flip> all = flips.stream().filter(flip -> flip.kind() == kind).toList();
        List<Flip> near = java.util.stream.Stream.concat(
                        all.stream()
                                .filter(flip -> flip.distancePercent() != null && flip.distancePercent() < NEAR_PERCENT)
                                .limit(NEAR_NUMBERS),
                        all.stream().filter(flip -> flip.distance() == null).limit(NEAR_WORDS))
                .toList();
        return new Side(near, all.stream().filter(flip -> !near.contains(flip)).toList());
    }

    private static boolean isPlausible(Flip flip, Question question) {
        if (flip.at() instanceof Answer.Number at && flip.current() instanceof Answer.Number current) {
            if (question.spread() instanceof Distribution.Factor factor) {
                return at.value() >= current.value() * factor.low() && at.value() <= current.value() * factor.high();
            }
            return question.spread() instanceof Distribution.Range range
                    && at.value() >= range.low()
                    && at.value() <= range.high();
        }
        return question.spread() instanceof Distribution.Weights
                || question.spread() instanceof Distribution.Conditional;
    }

    public boolean isEmpty() {
        return levers.near().isEmpty()
                && levers.far().isEmpty()
                && market.near().isEmpty()
                && market.far().isEmpty();
    }
}
