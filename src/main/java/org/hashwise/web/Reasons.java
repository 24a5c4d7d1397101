package org.hashwise.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Evidence;
import org.hashwise.advice.Evidence.Direction;
import org.hashwise.advice.Gate;
import org.hashwise.advice.RuleReference;
import org.hashwise.advice.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * The evidence as the page argues it.
 *
 * @param supporting reasons for the recommendation, strongest first
 * @param opposing reasons against it, strongest first
 * @param others the other strategies, best first
 * @param repeated the reasons and gates whose rule is shown before them, about another strategy
 */
record Reasons(List<Evidence> supporting, List<Evidence> opposing, List<Other> others, Set<Object> repeated) {

    private static final int BEST = 3;

    /** A strategy that was not recommended. */
    record Other(Strategy strategy, List<Gate> gates, List<Evidence> supporting, List<Evidence> opposing) {
        /** The strongest reasons for it. */
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
        List<Evidence> supporting = advice.evidence(chosen, Direction.FOR);
        List<Evidence> opposing = advice.evidence(chosen, Direction.AGAINST);
        Set<String> told = new HashSet<>();
        Set<Object> repeated = new HashSet<>();
        Consumer<Evidence> tell = item -> tell(item, item.rule(), told, repeated);
        supporting.forEach(tell);
        opposing.forEach(tell);
        for (Other other : others) {
            other.gates().forEach(gate -> tell(gate, gate.rule(), told, repeated));
            other.supporting().forEach(tell);
            other.opposing().forEach(tell);
        }
        return new Reasons(supporting, opposing, others, Set.copyOf(repeated));
    }

    private static void tell(Object item, RuleReference rule, Set<String> told, Set<Object> repeated) {
        if (!told.add(rule.id())) {
            repeated.add(item);
        }
    }

    /** Returns whether a reason or a gate is shown above already, so that its title is enough. */
    public boolean isRepeated(Object item) {
        return repeated.contains(item);
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
