package org.hashwise.rulebook.engine;

import java.util.HashMap;
import java.util.Map;
import org.hashwise.advice.EvaluationStopped;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/** Listener that counts the firings of one evaluation and stops it at the bound. */
final class FiringLimitListener implements AgendaFilter {

    /** Rules are counted one by one only when it gets serious, so that the usual evaluation pays nothing for it. */
    private static final int HARMLESS = 500;

    private final FiringLimit bound;
    private final Map<String, Integer> countByRule = new HashMap<>();
    private int count;
    private long start;

    FiringLimitListener(FiringLimit bound) {
        this.bound = bound;
    }

    @Override
    public boolean accept(Match match) {
        if (count++ == 0) {
            start = System.nanoTime();
        }
        if (count > HARMLESS) {
            countByRule.merge(match.getRule().getName(), 1, Integer::sum);
            if (count > bound.firings()
                    || System.nanoTime() - start > bound.time().toNanos()) {
                throw new EvaluationStopped(busiest());
            }
        }
        return true;
    }

    private String busiest() {
        return countByRule.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
