package org.hashwise.rulebook.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answers;
import org.jspecify.annotations.Nullable;

/**
 * One example beside the rules: what is given, and which rules must fire or stay silent.
 *
 * @param sentence what the case shows
 * @param market date of the snapshot
 * @param asOf day for which advice is asked; that of the snapshot unless the case says otherwise
 * @param metrics expected values by metric id
 * @param combines the strategy that is worth combining with the recommended one
 * @param scores evidence for less evidence against, whether blocked or not
 * @param suggests values that doubts suggest, by question id
 */
public record RuleCase(
        String sentence,
        LocalDate market,
        LocalDate asOf,
        Answers given,
        List<String> fires,
        List<String> silent,
        @Nullable Strategy recommends,
        @Nullable Extent extent,
        List<Strategy> blocks,
        Map<String, Double> metrics,
        @Nullable Strategy combines,
        Map<Strategy, Double> scores,
        Map<String, Double> suggests,
        Position position) {
    public RuleCase {
        fires = List.copyOf(fires);
        silent = List.copyOf(silent);
        blocks = List.copyOf(blocks);
        metrics = Map.copyOf(metrics);
        scores = Map.copyOf(scores);
        suggests = Map.copyOf(suggests);
    }

    /** The same expectations of other answers. */
    public RuleCase withGiven(Answers other) {
        return new RuleCase(
                sentence,
                market,
                asOf,
                other,
                fires,
                silent,
                recommends,
                extent,
                blocks,
                metrics,
                combines,
                scores,
                suggests,
                position);
    }
}
