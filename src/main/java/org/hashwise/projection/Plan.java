package org.hashwise.projection;

import org.hashwise.advice.Strategy;

/**
 * The course of action of a company under one strategy.
 *
 * @param building whether it puts its own share into a building for a tenant, and receives the rent
 * @param policy what becomes of the coins that it mines
 * @param issuance as what it issues shares while they sell above the value of its coins
 * @param restructures whether it cuts its overhead and postpones its debt
 * @param draws whether it may draw agreed credit
 * @param renews whether it replaces worn machines
 */
record Plan(
        boolean building, CoinPolicy policy, Issuance issuance, boolean restructures, boolean draws, boolean renews) {

    /** The treatment of the coins mined in a month. */
    enum CoinPolicy {
        SELL_ALL,
        SELL_SOME,
        HOLD_ALL
    }

    /** The basis of the price of new shares. */
    enum Issuance {
        /** No shares are issued. */
        NONE,
        /** Coins and a business: machines, sites and contracts, whose value does not wear off with time. */
        BUSINESS,
        /** Coins and the hope for more of them: a premium that fades. */
        TREASURY
    }

    /** Access of a company to new shareholders. */
    enum Access {
        /** No listed shares, or no buyers. */
        NONE,
        /** Shares could be placed for a purpose that investors ask for. */
        LIMITED,
        /** Shares are being placed. */
        OPEN
    }

    /**
     * The plan of a strategy with all funding open. A treasury company issues shares wherever it can; the others only when
     * they do so already, and not while they restructure.
     *
     * @param committed whether the lease is signed, so that the building is part of every plan
     * @param canHost whether there is anything to lease
     */
    static Plan of(Strategy strategy, CoinPolicy policy, boolean committed, boolean canHost, Access access) {
        Issuance open = access == Access.OPEN ? Issuance.BUSINESS : Issuance.NONE;
        Issuance treasury = access == Access.NONE ? Issuance.NONE : Issuance.TREASURY;
        return switch (strategy) {
            case HOLD -> new Plan(committed, policy, open, false, true, true);
            case AI_HOSTING -> new Plan(committed || canHost, policy, open, false, true, true);
            case DAT -> new Plan(committed, CoinPolicy.HOLD_ALL, treasury, false, true, true);
            case RESTRUCTURE -> new Plan(committed, policy, Issuance.NONE, true, true, false);
        };
    }

    /** The same with a market value that fades as that of a treasury company. */
    Plan fading() {
        Issuance fading = issuance == Issuance.BUSINESS ? Issuance.TREASURY : issuance;
        return new Plan(building, policy, fading, restructures, draws, renews);
    }

    /** The same without new funding: no shares are issued and no credit is drawn. */
    Plan withoutFunding() {
        return new Plan(building, policy, Issuance.NONE, restructures, false, renews);
    }
}
