package org.hashwise.rulebook.bytecode;

import java.util.Arrays;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.advice.Strategy;

/**
 * The facts of one evaluation, as counters: of evidence only strategy and points matter, of gates only the strategy.
 * Generated classes read and write the fields; strategies are ordinals.
 */
final class WorkingMemory {

    static final int STRATEGIES = Strategy.values().length;

    /** The strategies that compete for the best score are those before this one. */
    static final int CANDIDATES = Strategy.RESTRUCTURE.ordinal();

    private static final int STRONGEST = 3;

    /** Kinds of evidence for and against one strategy. */
    static final int KINDS = 2 * STRONGEST;

    static final int NONE = -1;

    private static final int MOST_FACTS = 64;

    /** Strategy, strength and points of each kind of evidence. */
    static final int[] EVIDENCE_STRATEGY = new int[STRATEGIES * KINDS];

    static final int[] EVIDENCE_STRENGTH = new int[STRATEGIES * KINDS];
    static final int[] EVIDENCE_POINTS = new int[STRATEGIES * KINDS];

    static {
        for (int kind = 0; kind < EVIDENCE_POINTS.length; kind++) {
            EVIDENCE_STRATEGY[kind] = kind / KINDS;
            EVIDENCE_STRENGTH[kind] = kind % STRONGEST + 1;
            EVIDENCE_POINTS[kind] = kind % KINDS < STRONGEST ? EVIDENCE_STRENGTH[kind] : -EVIDENCE_STRENGTH[kind];
        }
    }

    /** The number of pieces of evidence of each kind. */
    final int[] evidence = new int[STRATEGIES * KINDS];

    /** The number of gates that block each strategy. */
    final int[] gates = new int[STRATEGIES];

    /** The gates that are closed, one bit each, in the order of the rules. */
    final long[] gateBits;

    int standings;
    final int[] standingStrategy = new int[MOST_FACTS];
    final double[] standingScore = new double[MOST_FACTS];
    final int[] standingViable = new int[MOST_FACTS];

    int recommendations;
    final int[] recommended = new int[MOST_FACTS];

    int decision;
    int extent;
    int combination;
    private int decidingRule;

    WorkingMemory(int gates) {
        this.gateBits = new long[(gates + Long.SIZE - 1) / Long.SIZE];
    }

    /** The kind of evidence with so many points, which are not 0. */
    static int kind(int strategy, int points) {
        int strength = Math.abs(points);
        if (strength < 1 || strength > STRONGEST) {
            throw new UnsupportedRule(points + " points");
        }
        return strategy * KINDS + (points > 0 ? 0 : STRONGEST) + strength - 1;
    }

    void clear() {
        Arrays.fill(evidence, 0);
        Arrays.fill(gates, 0);
        Arrays.fill(gateBits, 0);
        clearDecision();
    }

    /** Forgets what the rules of the recommendation left. */
    void clearDecision() {
        standings = 0;
        recommendations = 0;
        decision = NONE;
        extent = NONE;
        combination = NONE;
        decidingRule = Integer.MAX_VALUE;
    }

    void score(int strategy, double score, int viable) {
        stopAt(standings);
        standingStrategy[standings] = strategy;
        standingScore[standings] = score;
        standingViable[standings] = viable;
        standings++;
    }

    /** Should two rules decide, the first one in the file wins. */
    void recommend(int rule, int strategy) {
        stopAt(recommendations);
        recommended[recommendations++] = strategy;
        if (rule < decidingRule) {
            decidingRule = rule;
            decision = strategy;
        }
    }

    private static void stopAt(int facts) {
        if (facts == MOST_FACTS) {
            throw new EvaluationStopped("");
        }
    }

    /** The sum of the points of the evidence of a strategy. */
    int points(int strategy) {
        int sum = 0;
        for (int kind = strategy * KINDS; kind < (strategy + 1) * KINDS; kind++) {
            sum += evidence[kind] * EVIDENCE_POINTS[kind];
        }
        return sum;
    }

    /** The score that a rule gave last, or the points of a strategy that no rule scored. */
    double score(int strategy) {
        for (int i = standings - 1; i >= 0; i--) {
            if (standingStrategy[i] == strategy) {
                return standingScore[i];
            }
        }
        return points(strategy);
    }
}
