package org.hashwise.projection;

import java.util.List;
import org.hashwise.projection.Projection.Outlook;

/**
 * Calibration of the bands between the quantiles 10 and 90 by what became of companies: conformalized quantile regression
 * (Romano, Patterson and Candès, 2019) with scores in parts of the width of the band. The backtest of the projection gives its
 * numbers, and its test computes them anew.
 *
 * @param longestMonths most months after which an outcome was seen
 */
public record Calibration(int longestMonths, Figure liquidityUsd, Figure btcHeld) {

    /**
     * One figure of the projection.
     *
     * @param widthFactor by how much the range is wider than the band at either end, in relation to the band's width
     * @param known later figures of companies that are known
     * @param companies to which they belong
     * @param withinBand those between the quantiles 10 and 90
     * @param withinRange those within the range that the other companies alone would have given
     */
    public record Figure(double widthFactor, int known, int companies, int withinBand, int withinRange) {

        /** The range of each month. Neither funds nor coins fall below 0. */
        public List<Range> ranges(List<Quantiles> quantiles) {
            return quantiles.stream().map(this::range).toList();
        }

        /** The range of one month. */
        public Range range(Quantiles band) {
            double margin = widthFactor * (band.p90() - band.p10());
            return new Range(band.month(), Math.max(Math.min(0, band.p10()), band.p10() - margin), band.p90() + margin);
        }
    }

    /** The calibrated range of one month, which contains the band. */
    public record Range(int month, double low, double high) {}

    /** The calibrated ranges of one strategy, by month. */
    public record Ranges(List<Range> liquidityUsd, List<Range> btcHeld) {
        public Ranges {
            liquidityUsd = List.copyOf(liquidityUsd);
            btcHeld = List.copyOf(btcHeld);
        }
    }

    /** The calibrated ranges of one strategy. */
    public Ranges ranges(Outlook outlook) {
        return new Ranges(liquidityUsd.ranges(outlook.liquidityUsd()), btcHeld.ranges(outlook.btcHeld()));
    }
}
