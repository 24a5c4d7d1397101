package org.hashwise.projection;

import java.util.Arrays;

/**
 * Quantiles of a figure over all paths in one month. One path in ten is below {@code p10}.
 *
 * @param month 0 for today
 */
public record Quantiles(int month, double p10, double p25, double p50, double p75, double p90) {

    /** The quantiles of some values, interpolated between order statistics (Hyndman and Fan 1996, type 7). */
    static Quantiles of(int month, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quantiles(
                month, at(sorted, 0.1), at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75), at(sorted, 0.9));
    }

    private static double at(double[] sorted, double part) {
        double position = part * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
