package org.hashwise.advice;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Verdicts of one adviser in bulk, for any number of threads: each uses an evaluator alone and gives it back. Thread-safe. */
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

    /** Whether its evaluators are fast. */
    public boolean isFast() {
        VerdictEvaluator evaluator = take();
        idle.add(evaluator);
        return evaluator.isFast();
    }

    /** @throws IllegalStateException when no rule decides */
    public Verdict verdict(Situation situation) {
        VerdictEvaluator evaluator = take();
        evaluator.evaluate(situation);
        Verdict verdict = evaluator.verdict();
        idle.add(evaluator);
        return verdict;
    }

    /** @throws IllegalStateException when no rule decides */
    public Strategy strategy(Situation situation) {
        VerdictEvaluator evaluator = take();
        evaluator.evaluate(situation);
        Strategy strategy = evaluator.strategy();
        idle.add(evaluator);
        return strategy;
    }

    private VerdictEvaluator take() {
        VerdictEvaluator ready = idle.poll();
        return ready == null ? adviser.evaluator() : ready;
    }
}
