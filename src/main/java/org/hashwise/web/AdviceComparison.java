package org.hashwise.web;

import java.util.List;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.jspecify.annotations.Nullable;

/** The advice as it is beside the one with the values that are tried. */
record AdviceComparison(
        Advice before, Advice after, List<TriedValue> changes, List<Score> scores, List<Figure> figures) {

    private static final List<Metric> MAIN = List.of(
            Metric.CASH_COST,
            Metric.CASH_MARGIN,
            Metric.MINING_CASH_FLOW,
            Metric.LIQUIDITY,
            Metric.RUNWAY,
            Metric.STRESSED_RUNWAY,
            Metric.DEBT_DUE_SHORTFALL,
            Metric.LIQUIDITY_AT_FIRST_RENT,
            Metric.HOSTING_YIELD,
            Metric.HOSTING_FUNDING_GAP,
            Metric.MNAV,
            Metric.DEBT_TO_BTC_NAV);

    /** One value that is tried, and the one that counts without; null when that is computed. */
    record TriedValue(String id, @Nullable Answer before, Answer after) {}

    record Score(Strategy strategy, double before, double after) {}

    record Figure(String id, double before, double after) {}

    static AdviceComparison of(Advice before, Advice after, Situation kept, Answers tried) {
        return new AdviceComparison(
                before,
                after,
                tried.byId().entrySet().stream()
                        .map(each -> new TriedValue(
                                each.getKey(),
                                kept.valueAt(kept.questionnaire().position(each.getKey())),
                                each.getValue()))
                        .toList(),
                before.ranking().stream()
                        .map(standing ->
                                new Score(standing.strategy(), standing.score(), after.score(standing.strategy())))
                        .toList(),
                MAIN.stream()
                        .map(Metric::id)
                        .filter(id -> before.metrics().containsKey(id)
                                && after.metrics().containsKey(id))
                        .map(id -> new Figure(
                                id,
                                before.metrics().getOrDefault(id, 0.0),
                                after.metrics().getOrDefault(id, 0.0)))
                        .filter(figure -> figure.before() != figure.after())
                        .toList());
    }

    /** Returns whether another strategy is recommended. */
    public boolean turned() {
        return before.recommendation().strategy() != after.recommendation().strategy();
    }
}
