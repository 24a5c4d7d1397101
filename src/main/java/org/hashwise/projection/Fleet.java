package org.hashwise.projection;

import java.util.Arrays;
import org.hashwise.economics.Operations;

/**
 * Machines of one company on one path, by cohort and in relation to the hashrate of today. Three cohorts of today wear out;
 * new machines replace what was worn as far as they are paid for, and do not fail within the projection. A cohort that does
 * not earn its power is off. Not safe for use by several threads.
 */
final class Fleet {

    private static final int OLD = 3;
    private static final double MONTHS_PER_YEAR = 12;

    private final Operations operations;
    private final double monthlyWear;
    private final double usdPerShare;

    /** Energy for the same work, in relation to the mean of today; the last is that of new machines. */
    private final double[] energy;

    private final double[] share = new double[OLD + 1];
    private double worn;
    private double running;
    private double profitUsd;

    Fleet(Operations operations, CompanyModel.Machines machines) {
        this.operations = operations;
        this.monthlyWear = StrictMath.pow(1 - machines.wear(), 1 / MONTHS_PER_YEAR);
        this.usdPerShare = operations.hashrateTh() * machines.usdPerTh();
        double best = 1 - machines.spread();
        double fresh = operations.efficiencyJPerTh() > 0 ? machines.newJPerTh() / operations.efficiencyJPerTh() : best;
        this.energy = new double[] {1 + machines.spread(), 1, best, Math.min(best, fresh)};
        Arrays.fill(share, 0, OLD, 1.0 / OLD);
    }

    /**
     * The next month.
     *
     * @param revenue of a PH/s in relation to today
     * @param power price of power in relation to today
     */
    void month(double revenue, double power) {
        worn = 0;
        running = 0;
        profitUsd = 0;
        for (int cohort = 0; cohort < share.length; cohort++) {
            if (cohort < OLD) {
                worn += share[cohort] * (1 - monthlyWear);
                share[cohort] *= monthlyWear;
            }
            double cost = power * energy[cohort];
            if (share[cohort] > 0 && operations.isRunning(revenue, cost)) {
                running += share[cohort];
                profitUsd += share[cohort] * operations.miningProfitUsdPerMonth(revenue, cost);
            }
        }
    }

    /** Machines that run in this month, in relation to the hashrate of today. */
    double running() {
        return running;
    }

    /** Profit of the month before overhead, USD. */
    double profitUsd() {
        return profitUsd;
    }

    /** Price of new machines for what was worn in this month, USD. */
    double renewalUsd() {
        return worn * usdPerShare;
    }

    /** Adds new machines, which run from the next month on. */
    void renew(double usd) {
        if (usd > 0) {
            share[OLD] += usd / usdPerShare;
        }
    }
}
