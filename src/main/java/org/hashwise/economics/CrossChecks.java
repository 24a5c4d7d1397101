package org.hashwise.economics;

import org.hashwise.questionnaire.Figures;

/** Figures that follow from some answers and can be compared with others: power in MW, shares in percent, coins in BTC. */
public final class CrossChecks {

    private CrossChecks() {}

    /** MW that the hashrate would draw at the efficiency of the fleet, with the overhead of the site. */
    public static double fleetPowerMw(Figures figures) {
        double jPerTh = PowerFormulas.efficiencyAtWall(
                figures.number(Input.EFFICIENCY.id()), figures.number(Input.SITE_OVERHEAD.id()));
        return PowerFormulas.mwOfPh(figures.number(Input.HASHRATE.id()) * NetworkFormulas.PH_PER_EH, jPerTh);
    }

    /** The cost of all energised power drawn for a year, USD. */
    public static double powerBillUsdPerYear(Figures figures) {
        return PowerFormulas.kwhPerYear(figures.number(Input.ENERGIZED_MW.id()))
                * figures.number(Input.POWER_PRICE.id());
    }

    /** The company's own share of the network's hashrate, percent; above 100 when the answers contradict each other. */
    public static double networkSharePercent(Figures figures) {
        return 100 * figures.number(Input.HASHRATE.id()) / figures.number(Input.NETWORK_HASHRATE.id());
    }

    /**
     * The most critical IT load, MW, that the site for a tenant could carry: of the largest site when the company stated
     * it, else of all power that is energised or contracted.
     */
    public static double siteItMw(Figures figures) {
        double grossMw = figures.isAnswered(Input.LARGEST_SITE_MW.id())
                ? figures.number(Input.LARGEST_SITE_MW.id())
                : figures.number(Input.ENERGIZED_MW.id()) + figures.number(Input.PIPELINE_MW.id());
        return grossMw * HostingFormulas.MOST_IT_PER_GROSS_MW;
    }
}
