package org.hashwise.economics;

/** Formulas of AI hosting: rents in USD per kW of critical IT load per month. */
final class HostingFormulas {

    /**
     * Critical IT load per gross MW of a site. Announced sites give 0.66 to 0.74: 168 of 244 MW (Cipher, 2025-09-25),
     * 245 of 330 MW (Hut 8, 2025-12-17), 526 of 800 MW (Galaxy, 2025-08), 260 of 394 MW (Core Scientific, Denton).
     */
    static final double IT_PER_GROSS_MW = 0.7;

    /**
     * Net operating income of the site over rent: 85 % (TeraWulf, press release, 2025-08-14); Cipher states 80 to 85 %
     * (2025-09-25), triple-net leases reach 97 % (Hut 8, 2025-12-17).
     */
    static final double NOI_MARGIN = 0.85;

    /** The most critical IT load per gross MW among the same sites: 245 of 330 MW. */
    static final double MOST_IT_PER_GROSS_MW = 0.75;

    /** Own money that lenders ask for, as a part of the cost: 15 % (Hut 8, 2025-12-17) to 20 % (Galaxy, 2025-08). */
    static final double OWN_SHARE = 0.2;

    /** Interest on project debt a year: coupons of 7.125 to 7.75 % (Cipher, 2025-11; TeraWulf, 2025-10). */
    static final double PROJECT_INTEREST = 0.075;

    private static final double MONTHS_PER_YEAR = 12;

    private HostingFormulas() {}

    /** Critical IT load that fits on gross power, both in MW. */
    static double itMw(double grossMw) {
        return grossMw * IT_PER_GROSS_MW;
    }

    /** Rent of one MW of critical IT in a year, USD. */
    static double rentPerItMwYear(double usdPerKwMonth) {
        return usdPerKwMonth * PowerFormulas.KW_PER_MW * MONTHS_PER_YEAR;
    }

    /** Net operating income of one MW of critical IT in a year, USD. */
    static double noiPerItMwYear(double usdPerKwMonth) {
        return rentPerItMwYear(usdPerKwMonth) * NOI_MARGIN;
    }

    /**
     * The level payment that repays a loan with interest over the firm term of the lease: the annuity, USD per month.
     * The whole loan at once when there is no term.
     */
    static double debtServicePerMonth(double loanUsd, double years) {
        double monthly = PROJECT_INTEREST / MONTHS_PER_YEAR;
        double months = years * MONTHS_PER_YEAR;
        return months < 1 ? loanUsd : loanUsd * monthly / (1 - Math.pow(1 + monthly, -months));
    }

    /** A year's net operating income in percent of the build cost; 1000 at most, and when there is no cost. */
    static double yieldOnCostPercent(double noiPerItMwYear, double capexPerItMw) {
        return Metric.HOSTING_YIELD.percent(noiPerItMwYear, capexPerItMw);
    }
}
