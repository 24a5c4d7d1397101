package org.hashwise.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hashwise.advice.Extent;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;

/** The state of plain Java while it decides about one company; strategies are ordinals. */
public final class Tally {

    private static final Strategy[] STRATEGIES = Strategy.values();
    private static final int RESTRUCTURE = Strategy.RESTRUCTURE.ordinal();

    /** Which consequences fired, as the engine notes it too. */
    public final BitSet fired = new BitSet();

    public final int[] points = new int[STRATEGIES.length];
    public final boolean[] blocked = new boolean[STRATEGIES.length];
    public final double[] score = new double[STRATEGIES.length];
    public final boolean[] viable = new boolean[STRATEGIES.length];
    public final boolean[] recommended = new boolean[STRATEGIES.length];

    /** The totals of the rules of the decision, and for each strategy where it depends on one. */
    public final double[] sums;

    private final List<List<String>> blockers = new ArrayList<>(List.of(List.of(), List.of(), List.of(), List.of()));
    private int decidingRule = Integer.MAX_VALUE;
    private int decided = -1;
    private int combination = -1;
    private boolean full;

    public Tally(int sums) {
        this.sums = new double[sums];
    }

    public void block(int effect, int strategy, String rule) {
        fired.set(effect);
        blocked[strategy] = true;
        if (blockers.get(strategy).isEmpty()) {
            blockers.set(strategy, new ArrayList<>());
        }
        blockers.get(strategy).add(rule);
    }

    public void score(int strategy, double sum, boolean open) {
        score[strategy] = sum;
        viable[strategy] = open;
    }

    public void recommend(int rule, int strategy) {
        recommended[strategy] = true;
        if (rule < decidingRule) {
            decidingRule = rule;
            decided = strategy;
        }
    }

    public void extent(boolean isFull) {
        full = isFull;
    }

    public void combine(int strategy) {
        combination = strategy;
    }

    /** The verdict, ranked. */
    public Verdict verdict() {
        RankedStrategy[] ranking = new RankedStrategy[STRATEGIES.length];
        for (int i = 0; i < ranking.length; i++) {
            double reached = i == RESTRUCTURE ? points[i] : score[i];
            RankedStrategy standing =
                    new RankedStrategy(STRATEGIES[i], reached, blockers.get(i).isEmpty(), blockers.get(i));
            int place = i;
            while (place > 0 && isBefore(standing, ranking[place - 1])) {
                ranking[place] = ranking[place - 1];
                place--;
            }
            ranking[place] = standing;
        }
        Strategy strategy = STRATEGIES[decided];
        Extent extent = strategy == Strategy.AI_HOSTING ? (full ? Extent.FULL : Extent.PARTIAL) : null;
        return new Verdict(
                strategy, extent, combination < 0 ? null : STRATEGIES[combination], List.of(ranking));
    }

    private boolean isBefore(RankedStrategy one, RankedStrategy other) {
        boolean first = one.strategy().ordinal() == decided;
        if (first || other.strategy().ordinal() == decided) {
            return first;
        }
        return one.viable() == other.viable() ? one.score() > other.score() : one.viable();
    }
}
