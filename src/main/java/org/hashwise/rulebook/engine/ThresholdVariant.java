package org.hashwise.rulebook.engine;

import java.util.BitSet;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rules with other values of some thresholds. Made by {@link VariantRules#with}; thread-safe. */
public final class ThresholdVariant {

    private final Map<String, Double> values;
    private final double[] thresholds;
    private final Supplier<Map<Integer, Predicate<WorkingFacts>>> conditions;

    /** Made on demand: bytecode needs none. Two threads may both make it, and make the same. */
    private volatile @Nullable Map<Integer, Predicate<WorkingFacts>> changed;

    /**
     * @param values the thresholds that differ, by name
     * @param thresholds all thresholds that bytecode reads, in its order
     * @param conditions the conditions of the rules of the policy that read one of the thresholds that differ, by position
     */
    ThresholdVariant(
            Map<String, Double> values,
            double[] thresholds,
            Supplier<Map<Integer, Predicate<WorkingFacts>>> conditions) {
        this.values = Map.copyOf(values);
        this.thresholds = thresholds;
        this.conditions = conditions;
    }

    /** All thresholds that bytecode reads, in its order; not to be changed. */
    double[] thresholds() {
        return thresholds;
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
        Map<Integer, Predicate<WorkingFacts>> known = changed;
        if (known == null) {
            known = conditions.get();
            changed = known;
        }
        BitSet matching = (BitSet) unchanged.clone();
        known.forEach((position, condition) -> matching.set(position, condition.test(company)));
        return matching;
    }
}
