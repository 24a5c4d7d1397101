package org.hashwise.advice;

import java.util.List;

/**
 * Evaluator of verdicts in bulk, for one thread: each evaluation replaces the results of the one before. What is read between
 * two evaluations belongs to the first of them.
 */
public interface VerdictEvaluator {

    /** @throws IllegalStateException when no rule decides */
    void evaluate(Situation situation);

    /** Returns whether an evaluation takes about a microsecond, so that it does not pay to remember verdicts. */
    boolean isFast();

    /** The recommended strategy. */
    Strategy strategy();

    /** The score of a strategy, in points. */
    double score(Strategy strategy);

    /** The number of gates that block a strategy. */
    int gates(Strategy strategy);

    /** The score of the recommended strategy less that of the next one in the ranking, in points. */
    double margin();

    /** The results as one object. */
    Verdict verdict();

    /** An evaluator that asks an adviser for each verdict. */
    static VerdictEvaluator of(Adviser adviser) {
        return new VerdictEvaluator() {

            private Verdict verdict = new Verdict(Strategy.HOLD, null, null, List.of());

            @Override
            public void evaluate(Situation situation) {
                verdict = adviser.verdict(situation);
            }

            @Override
            public boolean isFast() {
                return false;
            }

            @Override
            public Strategy strategy() {
                return verdict.strategy();
            }

            @Override
            public double score(Strategy strategy) {
                return verdict.standing(strategy).score();
            }

            @Override
            public int gates(Strategy strategy) {
                return verdict.standing(strategy).blockers().size();
            }

            @Override
            public double margin() {
                List<RankedStrategy> ranking = verdict.ranking();
                return ranking.get(0).score() - ranking.get(1).score();
            }

            @Override
            public Verdict verdict() {
                return verdict;
            }
        };
    }
}
