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

    /** @throws IllegalStateException when no rule decides */
    public Verdict verdict(Situation situation) {
        VerdictEvaluator ready = idle.poll();
        VerdictEvaluator evaluator = ready == null ? adviser.evaluator() : ready;
        evaluator.evaluate(situation);
        Verdict verdict = evaluator.verdict();
        idle.add(evaluator);
        return verdict;
    }
}
