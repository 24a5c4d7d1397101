package org.hashwise.web;

import java.util.List;
import org.hashwise.advice.Advice;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Strategy;

/**
 * The scores of all strategies as bars on one scale.
 *
 * @param zero where the scale has its zero, in percent of the width
 */
record RankingChart(List<ScoreBar> bars, double zero) {

    /**
     * One strategy; the bar begins at {@code left} and is {@code width} wide, in percent.
     *
     * @param blockers titles of the rules that keep the strategy out
     */
    record ScoreBar(RankedStrategy standing, boolean recommended, List<String> blockers, double left, double width) {}

    static RankingChart of(Advice advice) {
        double most = Math.max(
                1,
                advice.ranking().stream()
                        .mapToDouble(RankedStrategy::score)
                        .max()
                        .orElse(1));
        double least = Math.min(
                0,
                advice.ranking().stream()
                        .mapToDouble(RankedStrategy::score)
                        .min()
                        .orElse(0));
        double scale = 100 / (most - least);
        Strategy chosen = advice.recommendation().strategy();
        List<ScoreBar> bars = advice.ranking().stream()
                .map(standing -> new ScoreBar(
                        standing,
                        standing.strategy() == chosen,
                        blockers(advice, standing.strategy()),
                        (Math.min(0, standing.score()) - least) * scale,
                        Math.abs(standing.score()) * scale))
                .toList();
        return new RankingChart(bars, -least * scale);
    }

    private static List<String> blockers(Advice advice, Strategy strategy) {
        return advice.gates(strategy).stream().map(gate -> gate.rule().title()).toList();
    }
}
