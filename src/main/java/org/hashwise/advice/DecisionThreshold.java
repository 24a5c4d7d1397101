package org.hashwise.advice;

import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Questionnaire;

/**
 * A comparison of two numbers by which a rule looks at a company. A rule can change its mind only where the gap of one
 * of its comparisons changes its sign, or where a value that is no number changes. Immutable.
 */
public final class DecisionThreshold {

    private final ToDoubleFunction<Situation> gap;
    private final BitSet positions = new BitSet();
    private final BitSet metrics = new BitSet();
    private final boolean readsOthers;

    /**
     * @param gap the left side of the comparison minus its right side
     * @param reads ids of the questions, metrics and other figures of which it is a function
     */
    public DecisionThreshold(ToDoubleFunction<Situation> gap, Collection<String> reads, Questionnaire questionnaire) {
        this.gap = gap;
        boolean others = false;
        for (String id : reads) {
            Optional<Metric> metric = Metric.ofId(id);
            int position = questionnaire.position(id);
            if (metric.isPresent()) {
                metrics.set(metric.get().ordinal());
            } else if (position >= 0) {
                positions.set(position);
            } else {
                others = true;
            }
        }
        this.readsOthers = others;
    }

    /** The left side of the comparison minus its right side. */
    public double gap(Situation situation) {
        return gap.applyAsDouble(situation);
    }

    /**
     * Returns whether the gap may change with some values.
     *
     * @param values positions of questions
     * @param figures ordinals of metrics
     */
    boolean dependsOn(BitSet values, BitSet figures) {
        return readsOthers || positions.intersects(values) || metrics.intersects(figures);
    }
}
