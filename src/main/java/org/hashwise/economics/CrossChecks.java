package org.hashwise.economics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hashwise.questionnaire.Figures;

/** Figures that follow from some answers and can be compared with others: power in MW, shares in percent, coins in BTC. */
public final class CrossChecks {

    private static final double FIRST_SUBSIDY_BTC = 50;

    /** The days of the halvings so far (Bitcoin blocks 210,000, 420,000, 630,000 and 840,000, UTC). */
    private static final List<LocalDate> HALVINGS = List.of(
            LocalDate.of(2012, 11, 28), LocalDate.of(2016, 7, 9), LocalDate.of(2020, 5, 11), LocalDate.of(2024, 4, 20));

    /** 210,000 blocks of ten minutes, in days; later halvings are expected at this distance. */
    private static final double DAYS_BETWEEN_HALVINGS = 210_000 / NetworkFormulas.BLOCKS_PER_DAY;

    private static final double DECADES_OF_SUBSIDY = 40;

    private CrossChecks() {}

    /** MW that the hashrate would draw at the efficiency of the fleet, with the overhead of the site. */
    public static double fleetPowerMw(Figures figures) {
        double jPerTh = PowerFormulas.efficiencyAtWall(
                figures.number(Input.EFFICIENCY.id()), figures.number(Input.SITE_OVERHEAD.id()));
        return PowerFormulas.mwOfPh(figures.number(Input.HASHRATE.id()) * NetworkFormulas.PH_PER_EH, jPerTh);
    }

    /** What all energised power costs when it is drawn for a year, USD. */
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

    /** The block subsidy on a day, BTC: 50, halved at each of the known halvings and at those expected after them. */
    public static double scheduledSubsidyBtc(LocalDate day) {
        long halvings =
                HALVINGS.stream().filter(halving -> !day.isBefore(halving)).count();
        if (halvings == HALVINGS.size()) {
            long days = ChronoUnit.DAYS.between(HALVINGS.get(HALVINGS.size() - 1), day);
            halvings += (long) Math.min(DECADES_OF_SUBSIDY, Math.floor(days / DAYS_BETWEEN_HALVINGS));
        }
        return FIRST_SUBSIDY_BTC / Math.pow(2, halvings);
    }
}
