package org.hashwise.advice;

import java.util.List;
import java.util.Optional;

/**
 * One strategy with its rank, score and gates.
 *
 * @param score the sum of the signed strengths of its evidence
 * @param viable whether no gate blocks it
 * @param blockers ids of the rules whose gates block it
 */
public record RankedStrategy(Strategy strategy, double score, boolean viable, List<String> blockers) {
    public RankedStrategy {
        blockers = List.copyOf(blockers);
    }

    /** The strategy with its rank in a ranking. */
    public static Optional<RankedStrategy> find(List<RankedStrategy> ranking, Strategy strategy) {
        return ranking.stream()
                .filter(standing -> standing.strategy() == strategy)
                .findFirst();
    }
}
