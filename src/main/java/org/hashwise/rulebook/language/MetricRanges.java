package org.hashwise.rulebook.language;

import org.hashwise.economics.Metric;

/** What the metrics can be at most and at least: shares are parts of a whole, ratios are capped where they are computed. */
final class MetricRanges {

    private static final double PERCENT_CAP = 1_000;
    private static final double TIMES_CAP = 100;
    private static final double MONTHS_CAP = 120;

    private MetricRanges() {}

    static Interval of(Metric metric) {
        if (metric.section().equals("exposure")) {
            return Interval.between(0, 100);
        }
        return switch (metric.unit()) {
            case "%" -> Interval.between(-PERCENT_CAP, PERCENT_CAP);
            case "×" -> Interval.between(-TIMES_CAP, TIMES_CAP);
            case "months" -> Interval.between(0, MONTHS_CAP);
            default -> Interval.ALL;
        };
    }
}
