package org.hashwise.analysis;

import java.util.List;
import org.hashwise.advice.Strategy;

/**
 * The smallest change found that leads to a strategy, or the extent of a search that found none.
 *
 * @param current what is recommended as things stand
 * @param found whether the target is reached, perhaps without any step
 * @param steps fewest answers first, then the smallest sum of distances; empty when nothing was found or needed
 * @param searched how much was tried
 */
public record Counterfactual(Strategy current, Strategy target, boolean found, List<Step> steps, Searched searched) {

    public Counterfactual {
        steps = List.copyOf(steps);
    }

    public double distance() {
        return steps.stream().mapToDouble(Step::distance).sum();
    }

    /**
     * @param questions questions that were free to change
     * @param singles single values, one for each cell of each question: every single change there is
     * @param pairs combinations of two such values that were tried
     * @param triples combinations of three such values that were tried
     * @param complete whether all pairs and triples of these values were tried, and not only the most promising ones
     */
    public record Searched(int questions, int singles, int pairs, int triples, boolean complete) {}
}
