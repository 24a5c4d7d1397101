package org.hashwise.analysis;

import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;

/** Distance of a verdict from recommending a strategy. */
record Target(Strategy strategy) {

    /** More than any score: a gate outweighs evidence. */
    private static final double GATE = 20;

    /** The points of two strong signs of distress. */
    private static final double DISTRESS = 6;

    boolean isReached(Verdict verdict) {
        return isReached(verdict.strategy());
    }

    boolean isReached(Strategy recommended) {
        return recommended == strategy;
    }

    /** The approximate number of missing points; only the order of the search depends on it. */
    double lack(Verdict verdict) {
        if (isReached(verdict)) {
            return 0;
        }
        RankedStrategy own = verdict.standing(strategy);
        if (strategy == Strategy.RESTRUCTURE) {
            return Math.max(1, DISTRESS - own.score());
        }
        RankedStrategy winner = verdict.ranking().get(0);
        double toBeat = winner.strategy() == Strategy.RESTRUCTURE
                ? DISTRESS + winner.score()
                : Math.max(0, winner.score() - own.score());
        return 1 + toBeat + GATE * own.blockers().size();
    }
}
