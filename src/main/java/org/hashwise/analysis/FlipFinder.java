package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Questionnaire;

/**
 * One-at-a-time sensitivity analysis: for each value, where the recommendation would change if that value alone did.
 * Changes that no party can make are left out, unless the value is assumed and may plausibly turn out to be the other one.
 */
public final class FlipFinder {

    // Percent of the current value can be compared across units; what has none goes last, in the order of the
    // questions.
    private static final Comparator<Flip> NEAREST_FIRST =
            Comparator.comparing(Flip::distancePercent, Comparator.nullsLast(Comparator.naturalOrder()));

    // Distances up to which numbers are searched one after the other; the first flip bounds what is left
    // to be searched.
    private static final double[] PERCENT_BY_ROUND = {5, 15, 25, 35, 50, 75, 99, 100, 200, Double.POSITIVE_INFINITY};

    private final Adviser adviser;

    public FlipFinder(Adviser adviser) {
        this.adviser = adviser;
    }

    /** All flips, the nearest first. */
    public List<Flip> flips(Situation situation) {
        Questionnaire questionnaire = situation.questionnaire();
        DecisionRegions regions = new DecisionRegions(adviser, questionnaire.questions());
        Strategy strategy = regions.verdict(situation).strategy();
        List<Integer> positions =
                IntStream.range(0, questionnaire.questions().size()).boxed().toList();
        List<Flip> flips = new ArrayList<>();
        Workers.map(positions, position -> new FlipSearch(situation, position, strategy, regions).all())
                .forEach(flips::addAll);
        flips.sort(NEAREST_FIRST);
        return flips;
    }

    /**
     * The first of {@link #flips}; empty when there is none. Found by the calling thread alone, for programs that look at many
     * companies at the same time. All numbers are searched near their present values first, and farther away until a flip is found.
     */
    public Optional<Flip> nearest(Situation situation) {
        Questionnaire questionnaire = situation.questionnaire();
        DecisionRegions regions = new DecisionRegions(adviser, questionnaire.questions());
        Strategy strategy = regions.verdict(situation).strategy();
        List<FlipSearch> numbers = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int position = 0; position < questionnaire.questions().size(); position++) {
            if (FlipSearch.hasDistance(situation, position)) {
                numbers.add(new FlipSearch(situation, position, strategy, regions));
            } else {
                others.add(position);
            }
        }
        return nearest(numbers, questionnaire)
                .or(() -> others.stream()
                        .flatMap(position -> new FlipSearch(situation, position, strategy, regions).all().stream())
                        .findFirst());
    }

    private static Optional<Flip> nearest(List<FlipSearch> numbers, Questionnaire questionnaire) {
        Comparator<Flip> order = NEAREST_FIRST.thenComparingInt(flip -> questionnaire.position(flip.id()));
        Flip nearest = null;
        for (double percent : PERCENT_BY_ROUND) {
            for (FlipSearch search : numbers) {
                for (Flip flip : search.within(nearest == null ? percent : Math.min(percent, distance(nearest)))) {
                    nearest = nearest == null || order.compare(flip, nearest) < 0 ? flip : nearest;
                }
            }
            if (nearest != null && distance(nearest) <= percent) {
                break;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static double distance(Flip flip) {
        return flip.distancePercent() == null ? Double.POSITIVE_INFINITY : flip.distancePercent();
    }
}
