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
 * @param unsure assumed ids behind the supporting evidence: the first to answer
 * @param others the other strategies, best first
 */
record Reasons(List<Evidence> supporting, List<Evidence> opposing, List<String> unsure, List<Other> others) {

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
        List<Evidence> supporting = evidence(advice, chosen, Direction.FOR);
        List<String> unsure = supporting.stream()
                .flatMap(evidence -> evidence.assumed().stream())
                .distinct()
                .toList();
        List<Other> others = advice.ranking().stream()
                .map(standing -> standing.strategy())
                .filter(strategy -> strategy != chosen)
                .map(strategy -> new Other(
                        strategy,
                        advice.gates().stream()
                                .filter(gate -> gate.blocks() == strategy)
                                .toList(),
                        evidence(advice, strategy, Direction.FOR),
                        evidence(advice, strategy, Direction.AGAINST)))
                .toList();
        return new Reasons(supporting, evidence(advice, chosen, Direction.AGAINST), unsure, others);
    }

    private static List<Evidence> evidence(Advice advice, Strategy strategy, Direction direction) {
        return advice.evidence().stream()
                .filter(evidence -> evidence.strategy() == strategy && evidence.direction() == direction)
                .toList();
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
