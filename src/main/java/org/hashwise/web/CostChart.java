package org.hashwise.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Advice;
import org.hashwise.economics.Metric;
import org.jspecify.annotations.Nullable;

/**
 * What one bitcoin costs, beside its price.
 *
 * @param priceUsd market price in USD per BTC
 * @param priceAt where the price stands, in percent of the width
 */
record CostChart(List<Bar> bars, double priceUsd, double priceAt) {

    private static final int ROW = 58;

    // Labels need some air to the right of the longest bar.
    private static final double FULL = 96;

    /**
     * One cost.
     *
     * @param id of the metric
     * @param usd per BTC
     * @param width in percent
     * @param top distance from the top, in pixels
     * @param above whether it is above the price
     */
    record Bar(String id, double usd, double width, int top, boolean above) {
        /** The part of the id that says which cost it is. */
        public String key() {
            return id.substring(id.indexOf('.') + 1).replace("PerBtcUsd", "");
        }
    }

    /** The chart; null for a company that mines nothing, whose costs per bitcoin mean nothing. */
    static @Nullable CostChart of(Advice advice, double priceUsd) {
        if (advice.metrics().getOrDefault(Metric.BTC_PER_MONTH.id(), 0.0) <= 0 || priceUsd <= 0) {
            return null;
        }
        Map<String, Double> costs = new LinkedHashMap<>();
        for (Metric metric : List.of(Metric.POWER_COST, Metric.CASH_COST, Metric.ALL_IN_COST)) {
            costs.put(metric.id(), advice.metrics().getOrDefault(metric.id(), 0.0));
        }
        double most = Math.max(
                priceUsd,
                costs.values().stream().mapToDouble(Double::doubleValue).max().orElse(0));
        List<Bar> bars = new ArrayList<>();
        costs.forEach((id, usd) ->
                bars.add(new Bar(id, usd, Math.max(0, usd) / most * FULL, bars.size() * ROW, usd > priceUsd)));
        return new CostChart(bars, priceUsd, priceUsd / most * FULL);
    }

    /** In pixels. */
    public int height() {
        return bars.size() * ROW;
    }

    /** On which side of its line the price has room for its label. */
    public boolean labelLeft() {
        return priceAt > FULL / 2;
    }
}
