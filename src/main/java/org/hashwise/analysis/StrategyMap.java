package org.hashwise.analysis;

import java.util.List;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;

/**
 * The recommendations over a grid of two values of a company.
 *
 * @param rows one for each step of y, each with one cell for each step of x
 */
public record StrategyMap(Axis x, Axis y, List<List<Cell>> rows) {

    public StrategyMap {
        rows = List.copyOf(rows);
    }

    /**
     * @param margin the score of the recommended strategy less that of the next one in the ranking; it can be negative
     *     where gates or distress decide and not the score
     */
    public record Cell(Strategy strategy, double margin) {
        static Cell of(Verdict verdict) {
            List<RankedStrategy> ranking = verdict.ranking();
            return new Cell(
                    verdict.strategy(), ranking.get(0).score() - ranking.get(1).score());
        }
    }
}
