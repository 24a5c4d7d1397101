package org.hashwise.advice;

import java.util.Collection;
import java.util.function.ToDoubleFunction;
import org.hashwise.questionnaire.Questionnaire;

/**
 * A comparison of two numbers by which a rule looks at a company. A rule can change its mind only where the gap of one
 * of its comparisons changes its sign, or where a value that is no number changes. Immutable.
 */
public final class DecisionThreshold {

    private final ToDoubleFunction<Situation> gap;
    final FigureSet reads;

    /**
     * @param gap the left side of the comparison minus its right side
     * @param reads ids of the questions, metrics and other figures of which it is a function
     */
    public DecisionThreshold(ToDoubleFunction<Situation> gap, Collection<String> reads, Questionnaire questionnaire) {
        this.gap = gap;
        this.reads = new FigureSet(reads, questionnaire);
    }

    /** The left side of the comparison minus its right side. */
    public double gap(Situation situation) {
        return gap.applyAsDouble(situation);
    }
}
