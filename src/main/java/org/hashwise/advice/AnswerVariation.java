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

    AnswerVariation(Situation situation, int position, Dependencies dependencies) {
        this.situation = situation;
        this.position = position;
        this.assumed = dependencies.values(position).stream().toArray();
        this.metrics = dependencies.metrics(position);
    }

    /** The company with another answer; the same as {@link Situation#with(int, Answer)}. */
    public Situation with(Answer answer) {
        return situation.with(position, answer, assumed, metrics);
    }

    /** The thresholds whose gaps may change with the answer, in their order. */
    public DecisionThreshold[] thresholds(DecisionThreshold[] all) {
        BitSet values = new BitSet();
        values.set(position);
        Arrays.stream(assumed).forEach(values::set);
        BitSet figures = new BitSet();
        Arrays.stream(metrics).map(Metric::ordinal).forEach(figures::set);
        return Arrays.stream(all)
                .filter(threshold -> threshold.dependsOn(values, figures))
                .toArray(DecisionThreshold[]::new);
    }
}
