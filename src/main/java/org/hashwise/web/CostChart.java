package org.hashwise.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Advice;
import org.hashwise.economics.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Chart of the cost of one bitcoin, beside its price.
 *
 * @param priceUsd market price in USD per BTC
 * @param priceAt position of the price, in percent of the width
 */
record CostChart(List<CostBar> bars, double priceUsd, double priceAt) {

    // Labels need some air to the right of the longest bar.
    private static final double FULL = 96;

    /**
     * One cost.
     *
     * @param id of the metric
     * @param usd per BTC
     * @param width in percent
     * @param above whether it is above the price
     */
    record CostBar(String id, double usd, double width, boolean above) {
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
        List<CostBar> bars = new ArrayList<>();
        costs.forEach((id, usd) -> bars.add(new CostBar(id, usd, Math.max(0, usd) / most * FULL, usd > priceUsd)));
        return new CostChart(bars, priceUsd, priceUsd / most * FULL);
    }

    /** The SVG {@code text-anchor} with which the label of the price line has most space. */
    public String labelAnchor() {
        return priceAt < FULL / 3 ? "start" : priceAt > FULL * 2 / 3 ? "end" : "middle";
    }
}
