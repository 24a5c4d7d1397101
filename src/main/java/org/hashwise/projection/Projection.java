package org.hashwise.projection;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.hashwise.advice.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * The next months of one company under each strategy, over the same paths of the market.
 *
 * @param samplingError standard error of a probability near one half, in percentage points
 * @param calibration of the bands by what became of companies; null when these paths have none
 */
public record Projection(
        int months,
        int paths,
        long seed,
        LocalDate startsAt,
        Market market,
        SortedMap<Strategy, Outlook> strategies,
        List<Comparison> comparisons,
        List<Trigger> triggers,
        double samplingError,
        Events events,
        @Nullable Calibration calibration) {

    public Projection {
        comparisons = List.copyOf(comparisons);
        triggers = List.copyOf(triggers);
    }

    /** The same with a calibration of its bands. */
    public Projection calibrated(@Nullable Calibration by) {
        return new Projection(
                months, paths, seed, startsAt, market, strategies, comparisons, triggers, samplingError, events, by);
    }

    /** Price of a coin in USD, and hashprice in USD per PH/s per day, by month. */
    public record Market(List<Quantiles> btcPriceUsd, List<Quantiles> hashpriceUsdPerPhDay) {
        public Market {
            btcPriceUsd = List.copyOf(btcPriceUsd);
            hashpriceUsdPerPhDay = List.copyOf(hashpriceUsdPerPhDay);
        }
    }

    /**
     * The months of known events; null for one that does not happen, or only after the last month.
     *
     * @param halving the next halving of the subsidy
     * @param debtDue debt falls due at the end of this month
     * @param powerContractEnds power costs the market price after this month
     * @param firstRent month of the first rent as stated or assumed; it differs from path to path
     * @param lateRent the month by which rent has begun on nine paths in ten
     */
    public record Events(
            @Nullable Integer halving,
            @Nullable Integer debtDue,
            @Nullable Integer powerContractEnds,
            @Nullable Integer firstRent,
            @Nullable Integer lateRent) {}

    /**
     * The outcome under one strategy.
     *
     * @param liquidityUsd cash and free coins, by month
     * @param btcHeld all coins, by month
     * @param survivalPercent paths on which no payment was missed, by month from 0 on
     * @param runwayMonths the first month in which that is below 90 percent; null when it stays above
     * @param survivalPeriodMonths the same without new funding: no shares are issued, no credit is drawn
     * @param breaksFirst what ended paths, or cost pledged coins, the commonest first
     * @param advice what the rules recommend on three of the paths, by month
     * @param examples three paths near the quantiles 10, 50 and 90 of liquidity at the end
     */
    public record Outlook(
            List<Quantiles> liquidityUsd,
            List<Quantiles> btcHeld,
            List<Double> survivalPercent,
            @Nullable Integer runwayMonths,
            @Nullable Integer survivalPeriodMonths,
            ForcedSale forcedSale,
            List<Break> breaksFirst,
            List<AdviceAt> advice,
            List<Example> examples) {
        public Outlook {
            liquidityUsd = List.copyOf(liquidityUsd);
            btcHeld = List.copyOf(btcHeld);
            survivalPercent = List.copyOf(survivalPercent);
            breaksFirst = List.copyOf(breaksFirst);
            advice = List.copyOf(advice);
            examples = List.copyOf(examples);
        }
    }

    /** One path by month: liquidity in USD, and all coins. */
    public record Example(List<Double> liquidityUsd, List<Double> btcHeld) {
        public Example {
            liquidityUsd = List.copyOf(liquidityUsd);
            btcHeld = List.copyOf(btcHeld);
        }
    }

    /**
     * Coins that had to be sold to pay, or that a lender sold.
     *
     * @param sharePercent paths on which it happens
     * @param firstMonthMedian median of the first month on these; null when there are none
     * @param btcMedian median of the coins sold on these
     */
    public record ForcedSale(double sharePercent, @Nullable Integer firstMonthMedian, double btcMedian) {}

    /** A cause of a missed payment, or of the loss of pledged coins, and the share of the paths. */
    public record Break(String what, double sharePercent) {}

    /** The recommendation on a bad, a middling and a good path in one month. */
    public record AdviceAt(int month, Strategy p10, Strategy p50, Strategy p90) {}

    /** Frequency with which one strategy ends with more liquid funds than another on the same path. */
    public record Comparison(Strategy better, Strategy than, double inPercentOfPaths) {}

    /**
     * A market value at which the recommendation changes, and how likely the paths get there.
     *
     * @param id of the question
     * @param direction {@code BELOW} or {@code ABOVE}
     * @param forMonths how long it has to stay there
     * @param then the recommendation beyond it
     * @param seenInPercent paths on which it happens
     * @param rearmAt where the value has to come back to before it counts again
     * @param leadMonths median of the months from then to the first missed payment when the company keeps mining, on the
     *     paths on which that follows; null when there are none
     */
    public record Trigger(
            String id,
            String direction,
            double at,
            int forMonths,
            Strategy then,
            double seenInPercent,
            @Nullable Integer earliestMonth,
            @Nullable Integer medianMonth,
            double rearmAt,
            @Nullable Integer leadMonths) {}
}
