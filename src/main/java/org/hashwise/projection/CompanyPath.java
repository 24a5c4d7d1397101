package org.hashwise.projection;

import java.util.List;

/**
 * One company under one plan on one market path, by month.
 *
 * @param liquidityUsd cash and free coins at the price of the month; 0 from the month of a missed payment on
 * @param btcHeld coins held at the end of a month, pledged ones too; 0 from the month of a missed payment on
 * @param cashUsd the cash in it
 * @param pledgedBtc the pledged ones among them
 * @param failedMonth the month of the first missed payment; {@link #NEVER} without
 * @param failure why it was missed
 * @param forcedMonth the month of the first forced sale of coins; {@link #NEVER} without
 * @param forcedBtc coins sold by force in all months
 * @param entries every change of cash and coins; empty when they were not asked for
 */
record CompanyPath(
        double[] liquidityUsd,
        double[] btcHeld,
        double[] cashUsd,
        double[] pledgedBtc,
        int failedMonth,
        Failure failure,
        int forcedMonth,
        double forcedBtc,
        List<Ledger.Entry> entries) {

    static final int NEVER = Integer.MAX_VALUE;

    /** The reason of a missed payment, or the first loss. */
    enum Failure {
        /** No failure: no payment was missed. */
        NONE,
        /** Running costs. */
        CASH,
        /** Debt that fell due in the month. */
        DEBT_DUE,
        /** The own share of a building before its first rent. */
        OWN_SHARE,
        /** Pledged coins were sold by the lender before any payment was missed. */
        COLLATERAL
    }

    boolean isAliveAt(int month) {
        return month < failedMonth;
    }
}
