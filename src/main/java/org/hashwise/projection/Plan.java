package org.hashwise.projection;

import org.hashwise.advice.Strategy;

/**
 * What a company does under one strategy.
 *
 * @param building whether it puts its own share into a building for a tenant, and receives the rent
 * @param policy what becomes of the coins that it mines
 * @param issues whether it issues shares for coins while it trades above their value
 * @param restructures whether it cuts its overhead and postpones its debt
 * @param draws whether it may draw agreed credit
 */
record Plan(boolean building, CoinPolicy policy, boolean issues, boolean restructures, boolean draws) {

    /** What becomes of the coins mined in a month. */
    enum CoinPolicy {
        SELL_ALL,
        SELL_SOME,
        HOLD_ALL
    }

    /**
     * The plan of a strategy with all funding open.
     *
     * @param committed whether the lease is signed, so that the building is part of every plan
     * @param canHost whether there is anything to lease
     * @param canIssue whether the company has a market value and access to capital
     */
    static Plan of(Strategy strategy, CoinPolicy policy, boolean committed, boolean canHost, boolean canIssue) {
        return switch (strategy) {
            case HOLD -> new Plan(committed, policy, false, false, true);
            case AI_HOSTING -> new Plan(committed || canHost, policy, false, false, true);
            case DAT -> new Plan(committed, CoinPolicy.HOLD_ALL, canIssue, false, true);
            case RESTRUCTURE -> new Plan(committed, policy, false, true, true);
        };
    }

    /** The same without new funding: no shares are issued and no credit is drawn. */
    Plan withoutFunding() {
        return new Plan(building, policy, false, restructures, false);
    }
}
