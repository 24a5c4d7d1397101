package org.hashwise.rulebook.engine;

import java.util.BitSet;
import java.util.Map;
import java.util.function.Predicate;

/** Rules with other values of some thresholds. Made by {@link VariantRules#with}; thread-safe. */
public final class ThresholdVariant {

    private final Map<String, Double> values;
    private final Map<Integer, Predicate<WorkingFacts>> changed;

    /**
     * @param values the thresholds that differ, by name
     * @param changed the conditions of the rules of the policy that read one of them, by position
     */
    ThresholdVariant(Map<String, Double> values, Map<Integer, Predicate<WorkingFacts>> changed) {
        this.values = Map.copyOf(values);
        this.changed = Map.copyOf(changed);
    }

    Map<String, Double> values() {
        return values;
    }

    /**
     * The positions of the rules of the policy that match a company.
     *
     * @param unchanged those that match with the thresholds as they are
     */
    BitSet matching(WorkingFacts company, BitSet unchanged) {
        BitSet matching = (BitSet) unchanged.clone();
        changed.forEach((position, condition) -> matching.set(position, condition.test(company)));
        return matching;
    }
}
