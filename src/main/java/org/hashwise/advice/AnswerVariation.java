package org.hashwise.advice;

import java.util.Arrays;
import java.util.BitSet;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;

/**
 * One company with other answers to one question. Only what depends on that answer is computed for each of them. Thread-safe.
 */
public final class AnswerVariation {

    private final Situation situation;
    private final int position;
    private final int[] assumed;
    private final Metric[] metrics;
    private final boolean same;

    AnswerVariation(Situation situation, int position, Dependencies dependencies) {
        this(
                situation,
                position,
                dependencies.values(position),
                dependencies.metrics(position),
                situation.isAnsweredAt(position) || !dependencies.isChecked(position));
    }

    private AnswerVariation(Situation situation, int position, int[] assumed, Metric[] metrics, boolean same) {
        this.situation = situation;
        this.position = position;
        this.assumed = assumed;
        this.metrics = metrics;
        this.same = same;
    }

    /** The company with another answer; the same as {@link Situation#with(int, Answer)}. */
    public Situation with(Answer answer) {
        return situation.with(position, answer, assumed, metrics);
    }

    /**
     * The same with fewer metrics: only those follow the answer that some comparisons read, and all others keep their values. For
     * verdicts that rest on these comparisons.
     */
    public AnswerVariation only(DecisionThreshold[] thresholds) {
        BitSet read = new BitSet();
        for (DecisionThreshold threshold : thresholds) {
            if (threshold.reads.others) {
                return this;
            }
            read.or(threshold.reads.metrics);
        }
        Metric[] some = new Metric[metrics.length];
        int count = 0;
        for (Metric metric : metrics) {
            if (read.get(metric.ordinal())) {
                some[count++] = metric;
            }
        }
        return new AnswerVariation(situation, position, assumed, Arrays.copyOf(some, count), same);
    }

    /** Returns whether the company stays as it is when it states the present value as its answer. */
    public boolean isSameWhenStated() {
        return same;
    }

    int position() {
        return position;
    }

    /** The positions of the assumed values that may change with the answer. */
    int[] assumed() {
        return assumed;
    }

    /** The metrics that may change with the answer. */
    Metric[] metrics() {
        return metrics;
    }
}
