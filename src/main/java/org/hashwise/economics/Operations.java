package org.hashwise.economics;

import org.hashwise.economics.LiquidityCalendar.Scenario;

/**
 * The figures of one company from which its next months are projected: the same as in its {@link LiquidityCalendar}, but
 * apart, so that price, difficulty, power and delivery may differ from month to month. Amounts are in USD, coins in BTC.
 *
 * @param btcPriceUsd price of a coin today
 * @param hashpriceUsd USD per PH/s per day today
 * @param cashUsd cash today
 * @param freeBtc coins that are neither pledged nor lent
 * @param pledgedBtc coins that are
 * @param btcPerMonth coins mined in a month of the market of the day, after the pool's fee
 * @param hashrateTh hashrate of the machines, TH/s
 * @param efficiencyJPerTh mean efficiency of the machines, J/TH
 * @param overheadUsdPerMonth cash overhead that is paid whether machines run or not, interest included
 * @param burnUsdPerMonth what the business uses up in a month of the market of the day; negative when it brings cash
 * @param revenueUsdPerMonth value of the coins mined in a month of the market of the day
 * @param runningCostUsdPerMonth costs of the running machines without overhead
 * @param powerUsdPerMonth the part of these that is power
 * @param mayStop whether machines that do not earn their power are switched off; false when it is not known what of the
 *     costs would stay
 * @param lastMonthOfPowerContract the last month in which power costs what it costs today: 0 when the price follows the market
 *     at once, beyond every projection for a company that generates its power
 * @param debtUsd all debt
 * @param debtDueUsd the part that falls due at once, at the end of {@code debtDueMonth}
 * @param debtDueMonth the month at whose end it falls due, 0 for today
 * @param undrawnCreditUsd agreed credit that is not drawn yet; 0 in editions that do not ask for it
 * @param interestRate interest on debt that is drawn or extended, as a part of it in a year; 0 in editions that do not ask
 * @param loanToValue loan on pledged coins in relation to their value today; negative in editions that do not ask
 * @param buildingCommitted whether a lease is signed, so that the building is part of every plan
 * @param canHost whether there is anything to lease: a load on offer or a site that could take one
 * @param ownShareUsd the company's own share of the building on offer
 * @param monthsToFirstRent months before the first rent as stated or assumed, at least 1
 * @param rentUsdPerMonth net operating income of the lease in its first year, in a month
 * @param debtServiceUsdPerMonth debt service of the building
 * @param buildingInterestUsdPerMonth interest on what others lend for the building
 * @param shareGivenUp the share of mining that ends when the halls are handed over, 0 to 1
 * @param marketCapUsd market capitalisation; 0 for a company that is not listed
 */
public record Operations(
        double btcPriceUsd,
        double hashpriceUsd,
        double cashUsd,
        double freeBtc,
        double pledgedBtc,
        double btcPerMonth,
        double hashrateTh,
        double efficiencyJPerTh,
        double overheadUsdPerMonth,
        double burnUsdPerMonth,
        double revenueUsdPerMonth,
        double runningCostUsdPerMonth,
        double powerUsdPerMonth,
        boolean mayStop,
        int lastMonthOfPowerContract,
        double debtUsd,
        double debtDueUsd,
        int debtDueMonth,
        double undrawnCreditUsd,
        double interestRate,
        double loanToValue,
        boolean buildingCommitted,
        boolean canHost,
        double ownShareUsd,
        int monthsToFirstRent,
        double rentUsdPerMonth,
        double debtServiceUsdPerMonth,
        double buildingInterestUsdPerMonth,
        double shareGivenUp,
        double marketCapUsd) {

    private static final double MONTHS_PER_YEAR = 12;
    private static final double PERCENT = 100;
    private static final double TH_PER_EH = 1_000_000;

    /** More months than any projection has. */
    private static final int FOREVER = 10_000;

    static Operations of(Inputs inputs, Mine mine, Balance balance, HostingOffer hosting, LiquidityForecast forecast) {
        double free = TreasuryFormulas.freeBtc(inputs.number(Input.BTC_HELD), inputs.number(Input.PLEDGED));
        double cost = mine.cashCostPerMonth();
        return new Operations(
                mine.btcPrice(),
                mine.hashprice(),
                inputs.number(Input.CASH),
                free,
                inputs.number(Input.BTC_HELD) - free,
                mine.btcPerMonth(),
                inputs.number(Input.HASHRATE) * TH_PER_EH,
                inputs.number(Input.EFFICIENCY),
                inputs.number(Input.CASH_OVERHEAD),
                balance.burnPerMonth(Scenario.MARKET_OF_THE_DAY),
                mine.revenuePerMonth(),
                cost - inputs.number(Input.CASH_OVERHEAD),
                // Power is part of a reported cost, and so cannot cost more than that.
                Math.min(mine.powerPerMonth(), Math.max(0, cost)),
                mine.isOverheadKnown(),
                lastMonthOfPowerContract(inputs),
                inputs.number(Input.DEBT),
                inputs.number(Input.DEBT_DUE),
                forecast.debtDueMonth(),
                asked(inputs, Input.UNDRAWN_CREDIT, 0),
                asked(inputs, Input.INTEREST_RATE, 0) / PERCENT,
                asked(inputs, Input.LOAN_TO_VALUE, -PERCENT) / PERCENT,
                forecast.isBuildingCommitted(),
                hosting.noiPerYear() > 0,
                hosting.equityNeeded(),
                Math.max(1, (int) Math.ceil(inputs.number(Input.CONVERSION_MONTHS))),
                hosting.noiPerYear() / MONTHS_PER_YEAR,
                hosting.debtServicePerMonth(),
                hosting.interestPerMonth(),
                hosting.shareOfSitePercent() / PERCENT,
                inputs.number(Input.MARKET_CAP));
    }

    private static double asked(Inputs inputs, Input input, double otherwise) {
        return inputs.isAsked(input) ? inputs.number(input) : otherwise;
    }

    private static int lastMonthOfPowerContract(Inputs inputs) {
        String contract = inputs.isAsked(Input.POWER_CONTRACT) ? inputs.choice(Input.POWER_CONTRACT) : "";
        return switch (contract) {
            case "INDEXED" -> 0;
            case "FIXED", "HEDGED" ->
                (int) Math.ceil(MONTHS_PER_YEAR * asked(inputs, Input.POWER_CONTRACT_YEARS, FOREVER));
            default -> FOREVER;
        };
    }

    /**
     * Returns whether machines earn their power.
     *
     * @param revenueFactor revenue of a PH/s in relation to the market of the day, at least 0
     * @param powerFactor cost of power for the same work in relation to today, at least 0: dearer power and less efficient
     *     machines raise it
     */
    public boolean isRunning(double revenueFactor, double powerFactor) {
        return !mayStop || runningProfit(revenueFactor, powerFactor) >= 0;
    }

    /**
     * The mining profit of today's hashrate in a month before overhead, USD: 0 when machines are off, and negative only when
     * they may not stop. The factors as in {@link #isRunning}.
     */
    public double miningProfitUsdPerMonth(double revenueFactor, double powerFactor) {
        return isRunning(revenueFactor, powerFactor) ? runningProfit(revenueFactor, powerFactor) : 0;
    }

    /**
     * The cash flow of a month besides mining, USD; mostly negative: overhead and interest. With the mining profit
     * of today's fleet in today's market it is the figure of the calendar.
     */
    public double otherUsdPerMonth() {
        return -miningProfitUsdPerMonth(1, 1) - burnUsdPerMonth;
    }

    private double runningProfit(double revenueFactor, double powerFactor) {
        return revenueUsdPerMonth * revenueFactor - runningCostUsdPerMonth - powerUsdPerMonth * (powerFactor - 1);
    }
}
