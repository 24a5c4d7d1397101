package org.hashwise.economics;

/**
 * Formulas of power draw, cost and credits.
 *
 * <p>Efficiency at the wall is in J/TH including everything that the site adds to the machines' own draw; 1 J/TH is 1
 * kW per PH/s. Hashprice and hashcost are in USD per PH/s per day, power prices in USD/kWh, hashrates in PH/s.
 */
final class PowerFormulas {

    static final double HOURS_PER_DAY = 24;
    static final double DAYS_PER_YEAR = 365;
    static final double HOURS_PER_YEAR = HOURS_PER_DAY * DAYS_PER_YEAR;
    static final double KW_PER_MW = 1_000;

    private PowerFormulas() {}

    /**
     * η · u. Cipher and MARA reported power costs 9 to 14 % above what their nameplate efficiency gives (quarterly
     * reports for Q1 and Q3 2025).
     */
    static double efficiencyAtWall(double nameplateJPerTh, double siteOverheadPercent) {
        return nameplateJPerTh * (1 + siteOverheadPercent / 100);
    }

    /** Power that one PH/s costs in a day: η · u · 24 · c. */
    static double hashcost(double jPerTh, double usdPerKwh) {
        return jPerTh * HOURS_PER_DAY * usdPerKwh;
    }

    /** The power price at which power alone takes all revenue: hashprice / (η · u · 24). */
    static double breakEvenPowerPrice(double hashprice, double jPerTh) {
        return Metric.BREAK_EVEN_POWER_PRICE.quotient(hashprice, jPerTh * HOURS_PER_DAY);
    }

    /** Hashrate that a megawatt carries: 1000 · MW / (η · u). */
    static double phOfMw(double mw, double jPerTh) {
        return Capped.ratio(mw * KW_PER_MW, jPerTh, mw * KW_PER_MW);
    }

    /** Megawatts that a hashrate draws. */
    static double mwOfPh(double ph, double jPerTh) {
        return ph * jPerTh / KW_PER_MW;
    }

    /** Revenue of one megawatt of mining in a year, USD: 365 · 1000 · hashprice / (η · u). */
    static double revenuePerMwYear(double hashprice, double jPerTh) {
        return DAYS_PER_YEAR * phOfMw(1, jPerTh) * hashprice;
    }

    /** Energy of a constant load over a year, kWh. */
    static double kwhPerYear(double mw) {
        return mw * KW_PER_MW * HOURS_PER_YEAR;
    }
}
