package org.hashwise.advice;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Verdicts of one adviser in bulk, for any number of threads: each uses an evaluator alone and gives it back. As long as the
 * adviser has no fast evaluators it is asked for one each time, so that these are used from the moment at which it has them.
 * Thread-safe.
 */
public final class VerdictPool {

    private final Adviser adviser;
    private final Queue<VerdictEvaluator> idle = new ConcurrentLinkedQueue<>();

    public VerdictPool(Adviser adviser) {
        this.adviser = adviser;
    }

    /** The fingerprint of the edition that decides. */
    public String edition() {
        return adviser.edition();
    }

    /** Returns whether its evaluators are fast. */
    public boolean isFast() {
        VerdictEvaluator evaluator = take();
        giveBack(evaluator);
        return evaluator.isFast();
    }

    /** @throws IllegalStateException when no rule decides */
    public Verdict verdict(Situation situation) {
        VerdictEvaluator evaluator = take();
        evaluator.evaluate(situation);
        Verdict verdict = evaluator.verdict();
        giveBack(evaluator);
        return verdict;
    }

    /** @throws IllegalStateException when no rule decides */
    public Strategy strategy(Situation situation) {
        VerdictEvaluator evaluator = take();
        evaluator.evaluate(situation);
        Strategy strategy = evaluator.strategy();
        giveBack(evaluator);
        return strategy;
    }

    private VerdictEvaluator take() {
        VerdictEvaluator ready = idle.poll();
        return ready == null ? adviser.evaluator() : ready;
    }

    private void giveBack(VerdictEvaluator evaluator) {
        if (evaluator.isFast()) {
            idle.add(evaluator);
        }
    }
}
