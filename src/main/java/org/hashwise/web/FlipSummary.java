package org.hashwise.web;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Counterfactual;
import org.hashwise.analysis.Flip;
import org.hashwise.questionnaire.Mover;
import org.jspecify.annotations.Nullable;

/**
 * The single changes that would turn the recommendation, by the party that can make them.
 *
 * @param now what is recommended
 * @param levers what the company can do
 * @param market what the market or the state may do
 * @param assumed what is assumed and may turn out otherwise
 * @param carrying the nearest turn of an assumed value; null when none of them turns the recommendation within its
 *     plausible range
 * @param towards the nearest change that leads to the runner-up; null when there is none
 */
record FlipSummary(
        Strategy now,
        Side levers,
        Side market,
        Side assumed,
        @Nullable Flip carrying,
        @Nullable Flip towards) {

    private static final int NEAR_NUMBERS = 3;
    private static final int NEAR_WORDS = 2;

    // A value that has to double is no news for a board.
    private static final double NEAR_PERCENT = 100;

    /** @param near the nearest; the others take larger changes, or are many */
    record Side(List<Flip> near, List<Flip> far) {
        public boolean isEmpty() {
            return near.isEmpty() && far.isEmpty();
        }
    }

    static FlipSummary of(Strategy now, List<Flip> flips, @Nullable Strategy runnerUp) {
        return new FlipSummary(
                now,
                side(flips, flip -> flip.by() == Mover.COMPANY),
                side(flips, flip -> flip.by() == Mover.MARKET || flip.by() == Mover.STATE),
                side(flips, flip -> flip.by() == null),
                first(flips, Flip::assumed),
                first(flips, flip -> flip.to() == runnerUp));
    }

    private static @Nullable Flip first(List<Flip> flips, Predicate<Flip> wanted) {
        return flips.stream().filter(wanted).findFirst().orElse(null);
    }

    private static Side side(List<Flip> flips, Predicate<Flip> belongs) {
        List<Flip> all = flips.stream().filter(belongs).toList();
        List<Flip> near = Stream.concat(
                        all.stream()
                                .filter(flip -> flip.distancePercent() != null && flip.distancePercent() < NEAR_PERCENT)
                                .limit(NEAR_NUMBERS),
                        all.stream().filter(flip -> flip.distance() == null).limit(NEAR_WORDS))
                .toList();
        return new Side(near, all.stream().filter(flip -> !near.contains(flip)).toList());
    }

    /** Whether a counterfactual is the same change as the nearest one, which the page already tells. */
    boolean tells(Counterfactual smallest) {
        return towards != null
                && smallest.steps().size() == 1
                && smallest.steps().get(0).id().equals(towards.id())
                && smallest.steps().get(0).to().equals(towards.at());
    }

    public boolean isEmpty() {
        return levers.isEmpty() && market.isEmpty() && assumed.isEmpty();
    }
}
