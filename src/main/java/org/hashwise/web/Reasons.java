package org.hashwise.web;

import java.util.List;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Evidence;
import org.hashwise.advice.Evidence.Direction;
import org.hashwise.advice.Gate;
import org.hashwise.advice.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * The evidence as the page argues it.
 *
 * @param supporting what speaks for the recommendation, strongest first
 * @param opposing what speaks against it, strongest first
 * @param others the other strategies, best first
 */
record Reasons(List<Evidence> supporting, List<Evidence> opposing, List<Other> others) {

    private static final int BEST = 3;

    /** A strategy that was not recommended. */
    record Other(Strategy strategy, List<Gate> gates, List<Evidence> supporting, List<Evidence> opposing) {
        /** What speaks for it most. */
        public List<Evidence> best() {
            return supporting.subList(0, Math.min(BEST, supporting.size()));
        }
    }

    static Reasons of(Advice advice) {
        Strategy chosen = advice.recommendation().strategy();
        List<Other> others = advice.ranking().stream()
                .map(standing -> standing.strategy())
                .filter(strategy -> strategy != chosen)
                .map(strategy -> new Other(
                        strategy,
                        advice.gates(strategy),
                        advice.evidence(strategy, Direction.FOR),
                        advice.evidence(strategy, Direction.AGAINST)))
                .toList();
        return new Reasons(advice.evidence(chosen, Direction.FOR), advice.evidence(chosen, Direction.AGAINST), others);
    }

    /** The evidence about a strategy that is not recommended; null when there is none. */
    @Nullable
    Other other(Strategy strategy) {
        return others.stream()
                .filter(other -> other.strategy() == strategy)
                .findFirst()
                .orElse(null);
    }
}
