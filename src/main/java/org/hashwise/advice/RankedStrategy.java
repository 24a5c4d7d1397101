package org.hashwise.advice;

import java.util.List;

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
}
