package org.hashwise.economics;

/**
 * Formulas of mining cost and margin.
 *
 * <p>Published costs per coin follow three definitions that must not be mixed: power only (MARA, Cipher), power plus
 * cash overhead (JPMorgan), cost of revenue plus cash overhead, interest and tax (CoinShares). Ours is the last one.
 */
final class MiningFormulas {

    /** A month is a twelfth of a 365-day year. */
    static final double DAYS_PER_MONTH = PowerFormulas.DAYS_PER_YEAR / 12;

    /** Keeps the energy of a coin finite for a fleet that finds next to none. */
    private static final double MOST_KWH_PER_BTC = 1e9;

    private MiningFormulas() {}

    /** Coins or money net of the pool's fee. */
    static double afterPoolFee(double amount, double poolFeePercent) {
        return amount * (1 - poolFeePercent / 100);
    }

    /** Coins in an average month. */
    static double btcPerMonth(double hashratePh, double netBtcPerPhDay) {
        return hashratePh * netBtcPerPhDay * DAYS_PER_MONTH;
    }

    /** Energy per coin, kWh: D · 2^32 · η · u · 10^−12 / (3.6 · 10^6 · (S + F) · (1 − f)). */
    static double kwhPerBtc(double jPerTh, double netBtcPerPhDay) {
        return Capped.ratio(jPerTh * PowerFormulas.HOURS_PER_DAY, netBtcPerPhDay, MOST_KWH_PER_BTC);
    }

    /** Power cost per coin, USD: hashcost over coins, which is P · hashcost / hashprice. */
    static double powerCostPerBtc(double hashcost, double netBtcPerPhDay) {
        return Metric.POWER_COST.quotient(hashcost, netBtcPerPhDay);
    }

    /**
     * A sum of costs over the coins mined in the same time, USD/BTC.
     *
     * @param credits income for not drawing power; deducted from power cost, as Riot reports it (Form 10-Q, Q1 2025)
     */
    static double costPerBtc(double power, double otherCosts, double credits, double btc) {
        return Metric.CASH_COST.quotient(power + otherCosts - credits, btc);
    }
}
