package org.hashwise.economics;

import org.hashwise.economics.LiquidityCalendar.Scenario;

/**
 * Coins, cash and debt of one company.
 *
 * <p>Coins that are neither pledged nor lent count as means at market value whatever the company's coin policy is: in
 * need they can be sold, as listed miners did with 32,000 BTC in the first quarter of 2026.
 */
final class Balance {

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

    /** Cash plus free coins at the price of a scenario, USD. */
    double liquidity(Scenario scenario) {
        return liquidity(mine.priceFactor(scenario));
    }

    /**
     * The cash burn of a month, negative when the business generates cash: the stated burn, else what mining loses
     * with machines off that do not earn their power. Interest is part of it, debt that falls due is not. Under stress
     * a stated burn grows by what mining earns less.
     */
    double burnPerMonth(Scenario scenario) {
        if (!inputs.isGiven(Input.MONTHLY_BURN)) {
            return -mine.bestCashFlowPerMonth(scenario);
        }
        double stated = inputs.number(Input.MONTHLY_BURN);
        return scenario == Scenario.MARKET_OF_THE_DAY
                ? stated
                : stated + mine.bestCashFlowPerMonth(Scenario.MARKET_OF_THE_DAY) - mine.bestCashFlowPerMonth(scenario);
    }

    /**
     * The runway of release 1.0, by which its receipts are verified: debt that falls due is ignored, machines that lose
     * on power run on, and under stress the revenue that is lost is added to the burn. 0 to 120 months.
     */
    double runwayWithoutDebtDue(Scenario scenario) {
        double burn = inputs.isGiven(Input.MONTHLY_BURN) ? inputs.number(Input.MONTHLY_BURN) : -mine.cashFlowPerMonth();
        double lost = scenario == Scenario.STRESS ? mine.revenueLostUnderStress() : 0;
        return burn + lost > 0 ? Metric.RUNWAY.capped(liquidity(scenario) / (burn + lost)) : Metric.RUNWAY.cap();
    }

    /** Cash and free coins over all debt, 100 at most and without debt. */
    double liquidityCover() {
        return coverOf(inputs.number(Input.DEBT), Metric.LIQUIDITY_COVER);
    }

    /** Cash and free coins over the debt due within twelve months, 100 at most and when none is due. */
    double debtDueCover() {
        return coverOf(inputs.number(Input.DEBT_DUE), Metric.DEBT_DUE_COVER);
    }

    /** Cash and free coins over a sum in USD, 100 at most and when the sum is 0. */
    double coverOf(double owed, Metric cover) {
        return owed > 0 ? cover.capped(liquidity() / owed) : cover.cap();
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
        return debt == 0 ? 0 : Metric.DEBT_TO_BTC_NAV.percent(debt, btcNav());
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
        return marketCap == 0 && !inputs.yes(Input.LISTED) ? 0 : Metric.DEBT_TO_MARKET_CAP.percent(debt, marketCap);
    }

    /**
     * Price of a coin in percent of what the company paid for its coins on average, 1000 at most; 100 without coins, as
     * none is under water.
     */
    double priceToAverageCostPercent() {
        return inputs.number(Input.BTC_HELD) == 0
                ? 100
                : Metric.PRICE_TO_AVERAGE_COST.percent(mine.btcPrice(), inputs.number(Input.AVERAGE_BTC_COST));
    }

    /** Coins mined in a year in percent of the coins held, all of them kept; 1000 at most and when none is held yet. */
    double growthPercentPerYear() {
        double btcPerYear = 12 * mine.btcPerMonth();
        return btcPerYear == 0 ? 0 : Metric.TREASURY_GROWTH.percent(btcPerYear, inputs.number(Input.BTC_HELD));
    }

    private double liquidity(double priceFactor) {
        double btc = inputs.number(Input.BTC_HELD);
        double coins = btc == 0
                ? 0
                : TreasuryFormulas.freeBtc(btc, inputs.number(Input.PLEDGED)) * mine.btcPrice() * priceFactor;
        return inputs.number(Input.CASH) + coins;
    }
}
