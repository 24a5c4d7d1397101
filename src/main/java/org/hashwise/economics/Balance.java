package org.hashwise.economics;

/**
 * Coins, cash and debt of one company.
 *
 * <p>Coins that are neither pledged nor lent count as means at market value whatever the company's coin policy is: in
 * need they can be sold, as listed miners did with 32,000 BTC in the first quarter of 2026.
 */
final class Balance {

    /** The stress: the price of a coin falls by 30 % and a tenth of the network switches off. */
    private static final double STRESSED_PRICE = 0.7;

    private static final double STRESSED_NETWORK = 0.9;

    private final Inputs inputs;
    private final Mine mine;

    Balance(Inputs inputs, Mine mine) {
        this.inputs = inputs;
        this.mine = mine;
    }

    /** Cash plus free coins at market value, USD. */
    double liquidity() {
        return liquidity(1);
    }

    /**
     * Months until cash and free coins are used up, 0 to 120; 120 also when the company generates cash. The burn is the
     * stated one, else what mining loses; debt that falls due is not part of it. Undrawn credit is not asked for, so it
     * is left out.
     */
    double runway() {
        double burn = burnPerMonth();
        return burn > 0 ? TreasuryFormulas.runwayMonths(liquidity(), burn) : TreasuryFormulas.LONGEST_RUNWAY_MONTHS;
    }

    /**
     * The runway when the coin loses 30 % and the network 10 %: free coins are worth less, own coins become 1 / 0.9 as
     * many, costs stay; a stated burn grows by the revenue that is lost. Never longer than the runway.
     */
    double stressedRunway() {
        double lostRevenue = mine.revenuePerMonth() * (1 - STRESSED_PRICE / STRESSED_NETWORK);
        double burn = burnPerMonth() + lostRevenue;
        return burn > 0
                ? TreasuryFormulas.runwayMonths(liquidity(STRESSED_PRICE), burn)
                : TreasuryFormulas.LONGEST_RUNWAY_MONTHS;
    }

    /** Cash and free coins over all debt, 100 at most and without debt. */
    double liquidityCover() {
        return coverOf(inputs.number(Input.DEBT));
    }

    /** Cash and free coins over the debt due within twelve months, 100 at most and when none is due. */
    double debtDueCover() {
        return coverOf(inputs.number(Input.DEBT_DUE));
    }

    /** Cash and free coins over a sum in USD, 100 at most and when the sum is 0. */
    double coverOf(double owed) {
        return owed > 0 ? Capped.cover(liquidity(), owed) : Capped.TIMES;
    }

    /** All coins at market value, pledged ones too, USD. */
    double btcNav() {
        double btc = inputs.number(Input.BTC_HELD);
        return btc == 0 ? 0 : btc * mine.btcPrice();
    }

    /**
     * Market capitalisation over {@link #btcNav}; 0 without a market value (unlisted), else 100 at most and without
     * coins.
     */
    double mnav() {
        double marketCap = inputs.number(Input.MARKET_CAP);
        return marketCap == 0 ? 0 : TreasuryFormulas.mnav(marketCap, btcNav());
    }

    /** Debt in percent of {@link #btcNav}, 1000 at most and for debt without coins; 0 without debt. */
    double debtToBtcNavPercent() {
        double debt = inputs.number(Input.DEBT);
        return debt == 0 ? 0 : Capped.percent(debt, btcNav());
    }

    /**
     * Debt in percent of the market capitalisation, 1000 at most and for a listed company without market value; 0
     * without debt, and for an unlisted company without market value, as there is nothing to compare with.
     */
    double debtToMarketCapPercent() {
        double debt = inputs.number(Input.DEBT);
        if (debt == 0) {
            return 0;
        }
        double marketCap = inputs.number(Input.MARKET_CAP);
        return marketCap == 0 && !inputs.yes(Input.LISTED) ? 0 : Capped.percent(debt, marketCap);
    }

    /**
     * Price of a coin in percent of what the company paid for its coins on average, 1000 at most; 100 without coins, as
     * none is under water.
     */
    double priceToAverageCostPercent() {
        return inputs.number(Input.BTC_HELD) == 0
                ? 100
                : Capped.percent(mine.btcPrice(), inputs.number(Input.AVERAGE_BTC_COST));
    }

    /** Coins mined in a year in percent of the coins held, all of them kept; 1000 at most and when none is held yet. */
    double growthPercentPerYear() {
        double btcPerYear = 12 * mine.btcPerMonth();
        return btcPerYear == 0 ? 0 : Capped.percent(btcPerYear, inputs.number(Input.BTC_HELD));
    }

    private double burnPerMonth() {
        return inputs.isGiven(Input.MONTHLY_BURN) ? inputs.number(Input.MONTHLY_BURN) : -mine.cashFlowPerMonth();
    }

    private double liquidity(double priceFactor) {
        double btc = inputs.number(Input.BTC_HELD);
        double coins = btc == 0
                ? 0
                : TreasuryFormulas.freeBtc(btc, inputs.number(Input.PLEDGED)) * mine.btcPrice() * priceFactor;
        return inputs.number(Input.CASH) + coins;
    }
}
