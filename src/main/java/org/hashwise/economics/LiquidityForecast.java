package org.hashwise.economics;

import org.hashwise.economics.LiquidityCalendar.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * The liquidity calendars of one company: with and without the building for an AI tenant, in the market of the day and
 * under stress.
 */
final class LiquidityForecast {

    private static final String SIGNED = "SIGNED";

    /** Auditors look twelve months ahead (FASB, ASU 2014-15), so a shorter horizon of the board hides nothing. */
    private static final int SHORTEST_HORIZON_MONTHS = 12;

    private static final int SCENARIOS = Scenario.values().length;

    private final Inputs inputs;
    private final Mine mine;
    private final Balance balance;
    private final HostingOffer hosting;
    private final @Nullable LiquidityCalendar[] withoutBuilding = new LiquidityCalendar[SCENARIOS];

    LiquidityForecast(Inputs inputs, Mine mine, Balance balance, HostingOffer hosting) {
        this.inputs = inputs;
        this.mine = mine;
        this.balance = balance;
        this.hosting = hosting;
    }

    /**
     * Months until cash and free coins are used up or a debt cannot be paid, 0 to 120; 120 also when that does not
     * happen within ten years. The building for a tenant is left out. Undrawn credit is not asked for, so it is left
     * out as well. In editions that do not ask when the debt is due, it is left out too, as it was in release 1.0.
     */
    double runway(Scenario scenario) {
        return inputs.isAsked(Input.DEBT_DUE_MONTHS)
                ? withoutBuilding(scenario).monthsUntilShort()
                : balance.runwayWithoutDebtDue(scenario);
    }

    /** The part of the debt due within twelve months that cannot be paid when it falls due, USD; without a building. */
    double debtDueShortfall(Scenario scenario) {
        return withoutBuilding(scenario).debtDueShortfallUsd();
    }

    /** The same as {@link #runway} with the own share and the rent of a building for which a lease is signed. */
    double monthsUntilShort(Scenario scenario) {
        return committed(scenario).monthsUntilShort();
    }

    /** The lowest balance at the end of a month within {@link #horizonMonths}, with a building that is signed for. */
    double lowest() {
        return committed(Scenario.MARKET_OF_THE_DAY).lowestUsd(horizonMonths());
    }

    /**
     * Cash and free coins when the first rent comes in, after burn, debt due and the own share of the
     * building on offer, USD; negative by what has to be raised before.
     */
    double atFirstRent() {
        LiquidityCalendar calendar = calendar(Scenario.MARKET_OF_THE_DAY, true);
        return calendar.closingUsd(calendar.monthsToFirstRent());
    }

    /** The horizon of the board in whole months, at least 12 and at most 120. */
    int horizonMonths() {
        return Math.max(SHORTEST_HORIZON_MONTHS, (int) Math.ceil(inputs.number(Input.HORIZON)));
    }

    boolean isBuildingCommitted() {
        return inputs.choice(Input.TENANT_STAGE).equals(SIGNED);
    }

    private LiquidityCalendar committed(Scenario scenario) {
        return calendar(scenario, isBuildingCommitted());
    }

    LiquidityCalendar calendar(Scenario scenario, boolean building) {
        if (!building) {
            return withoutBuilding(scenario);
        }
        LiquidityCalendar plain = withoutBuilding(scenario);
        double givenUp = hosting.shareOfSitePercent() / 100 * mine.operatingProfitPerMonth(scenario);
        return new LiquidityCalendar(
                plain.openingUsd(),
                plain.miningUsdPerMonth(),
                plain.debtDueUsd(),
                plain.debtDueMonth(),
                hosting.equityNeeded(),
                Math.max(1, (int) Math.ceil(inputs.number(Input.CONVERSION_MONTHS))),
                hosting.rentAfterDebtServicePerMonth() - givenUp);
    }

    private LiquidityCalendar withoutBuilding(Scenario scenario) {
        LiquidityCalendar known = withoutBuilding[scenario.ordinal()];
        if (known == null) {
            known = new LiquidityCalendar(
                    balance.liquidity(scenario),
                    -balance.burnPerMonth(scenario),
                    inputs.number(Input.DEBT_DUE),
                    debtDueMonth(),
                    0,
                    1,
                    0);
            withoutBuilding[scenario.ordinal()] = known;
        }
        return known;
    }

    /** The month at whose end the debt falls due, 0 for today and without debt due. */
    int debtDueMonth() {
        return inputs.number(Input.DEBT_DUE) == 0 ? 0 : (int) Math.ceil(inputs.number(Input.DEBT_DUE_MONTHS));
    }
}
