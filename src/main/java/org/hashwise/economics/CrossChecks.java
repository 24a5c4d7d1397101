package org.hashwise.economics;

import org.hashwise.questionnaire.Figures;

/** Figures that follow from some answers and can be compared with others: power in MW, shares in percent, coins in BTC. */
public final class CrossChecks {

    private CrossChecks() {}

    /** MW that the hashrate would draw at the efficiency of the fleet, with the overhead of the site. */
    public static double fleetPowerMw(Figures figures) {
        Inputs inputs = new Inputs(figures);
        double jPerTh =
                PowerFormulas.efficiencyAtWall(inputs.number(Input.EFFICIENCY), inputs.number(Input.SITE_OVERHEAD));
        return PowerFormulas.mwOfPh(inputs.number(Input.HASHRATE) * NetworkFormulas.PH_PER_EH, jPerTh);
    }

    /** The cost of all energised power drawn for a year, USD. */
    public static double powerBillUsdPerYear(Figures figures) {
        Inputs inputs = new Inputs(figures);
        return PowerFormulas.kwhPerYear(inputs.number(Input.ENERGIZED_MW)) * inputs.number(Input.POWER_PRICE);
    }

    /** The company's own share of the network's hashrate, percent; above 100 when the answers contradict each other. */
    public static double networkSharePercent(Figures figures) {
        Inputs inputs = new Inputs(figures);
        return 100 * inputs.number(Input.HASHRATE) / inputs.number(Input.NETWORK_HASHRATE);
    }

    /**
     * The most critical IT load, MW, that the site for a tenant could carry: of the largest site when the company stated
     * it, else of all power that is energised or contracted.
     */
    public static double siteItMw(Figures figures) {
        Inputs inputs = new Inputs(figures);
        double grossMw = inputs.isGiven(Input.LARGEST_SITE_MW)
                ? inputs.number(Input.LARGEST_SITE_MW)
                : inputs.number(Input.ENERGIZED_MW) + inputs.number(Input.PIPELINE_MW);
        return grossMw * HostingFormulas.MOST_IT_PER_GROSS_MW;
    }
}
