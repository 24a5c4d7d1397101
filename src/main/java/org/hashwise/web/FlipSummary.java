package org.hashwise.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Flip;
import org.hashwise.questionnaire.Mover;
import org.jspecify.annotations.Nullable;

/**
 * The single changes that would change the recommendation, by the party that can make them.
 *
 * @param now what is recommended
 * @param company what the company can do
 * @param market what the market or the state may do
 * @param assumed changes of assumed values
 * @param carrying the nearest change of an assumed value; null when none of them changes the recommendation within its
 *     plausible range
 * @param towards the nearest that leads to the runner-up, another value before the present one that is only stated; null when
 *     none is near
 */
record FlipSummary(
        Strategy now,
        FlipGroup company,
        FlipGroup market,
        FlipGroup assumed,
        @Nullable Flip carrying,
        @Nullable Flip towards) {

    private static final int NEAR_NUMBERS = 3;
    private static final int NEAR_WORDS = 2;

    // A value that has to double is no news for a board.
    private static final double NEAR_PERCENT = 100;

    /** @param near the nearest; the others take larger changes, or are many */
    record FlipGroup(List<Flip> near, List<Flip> far) {
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
                flips.stream()
                        .filter(flip -> flip.to() == runnerUp && (flip.distance() == null || isNear(flip)))
                        .min(Comparator.comparing(flip -> flip.current().equals(flip.at())))
                        .orElse(null));
    }

    private static boolean isNear(Flip flip) {
        return flip.distancePercent() != null && flip.distancePercent() < NEAR_PERCENT;
    }

    private static @Nullable Flip first(List<Flip> flips, Predicate<Flip> wanted) {
        return flips.stream().filter(wanted).findFirst().orElse(null);
    }

    private static FlipGroup side(List<Flip> flips, Predicate<Flip> belongs) {
        List<Flip> all = flips.stream().filter(belongs).toList();
        List<Flip> near = Stream.concat(
                        all.stream().filter(FlipSummary::isNear).limit(NEAR_NUMBERS),
                        all.stream().filter(flip -> flip.distance() == null).limit(NEAR_WORDS))
                .toList();
        return new FlipGroup(
                near, all.stream().filter(flip -> !near.contains(flip)).toList());
    }

    public boolean isEmpty() {
        return company.isEmpty() && market.isEmpty() && assumed.isEmpty();
    }
}
