package org.hashwise.economics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hashwise.questionnaire.Figures;

/**
 * The next halving of the block subsidy and what it takes from a company at the price and network of the day. The {@link
 * LiquidityCalendar} leaves it out, as it keeps the market as it is.
 *
 * @param month in whose course it falls, from 1
 * @param revenueUsdPerMonth the revenue that is gone in each month after it, USD
 */
public record HalvingEffect(int month, double revenueUsdPerMonth) {

    /** The part of the revenue of a miner that a halving leaves, of 1; it takes nothing of the fees. */
    public static double revenueLeft(double feePercent) {
        double fees = feePercent / 100;
        return (0.5 + fees) / (1 + fees);
    }

    /** The month, from 1, in whose course the next halving after a day falls. */
    public static int monthAfter(LocalDate day) {
        return 1 + (int) ChronoUnit.MONTHS.between(day, BlockSubsidy.nextHalving(day));
    }

    /** The effect on a company that mines, if the halving falls into its calendar. */
    public static Optional<HalvingEffect> within(
            Figures figures, Jurisdictions jurisdictions, LocalDate asOf, int months) {
        int month = monthAfter(asOf);
        Inputs inputs = new Inputs(figures);
        double revenue =
                Economics.compute(Metric.BTC_PER_MONTH, figures, jurisdictions) * inputs.number(Input.BTC_PRICE);
        return month <= months && revenue > 0
                ? Optional.of(
                        new HalvingEffect(month, revenue * (1 - revenueLeft(inputs.number(Input.TRANSACTION_FEE)))))
                : Optional.empty();
    }
}
