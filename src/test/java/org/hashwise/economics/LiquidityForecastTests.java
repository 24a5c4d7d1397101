package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hashwise.economics.LiquidityCalendar.Scenario;
import org.junit.jupiter.api.Test;

class LiquidityForecastTests {

    private static final double NEVER = 120;

    // 20 million in cash and 900 free coins at 90,000: 101 million
    private final SampleFigures figures = SampleFigures.midSizedMiner().answer(Input.DEBT_DUE, 0.0);

    private double metric(Metric metric) {
        return figures.metric(metric);
    }

    @Test
    void statedBurnWinsOverWhatMiningEarns() {
        assertThat(metric(Metric.RUNWAY)).isEqualTo(NEVER);
        figures.answer(Input.MONTHLY_BURN, 10_100_000.0);
        assertThat(metric(Metric.RUNWAY)).isCloseTo(10, within(1e-9));
    }

    @Test
    void cashGeneratedMeansTheLongestRunway() {
        figures.answer(Input.MONTHLY_BURN, -1.0).answer(Input.CASH, 0.0).answer(Input.BTC_HELD, 0.0);
        assertThat(metric(Metric.RUNWAY)).isEqualTo(NEVER);
    }

    @Test
    void minerBelowCashCostBurnsItsLoss() {
        figures.answer(Input.REPORTED_CASH_COST, 100_000.0);
        double loss = 10_000 * metric(Metric.BTC_PER_MONTH);
        assertThat(metric(Metric.RUNWAY)).isCloseTo(101e6 / loss, within(1e-6));
    }

    @Test
    void aReportedCostDoesNotSayWhatWouldStayWhenTheMachinesAreOff() {
        figures.answer(Input.REPORTED_CASH_COST, 150_000.0);
        double loss = 60_000 * metric(Metric.BTC_PER_MONTH);
        assertThat(metric(Metric.RUNWAY)).isCloseTo(101e6 / loss, within(1e-6));
        figures.answer(Input.CASH_OVERHEAD, 2_000_000.0);
        assertThat(metric(Metric.RUNWAY)).isCloseTo(101 / 2.0, within(1e-9));
    }

    @Test
    void machinesThatLoseOnPowerAreOffAndOverheadStays() {
        // power alone would cost 14.6 million a month against 12.3 million of revenue
        figures.answer(Input.POWER_PRICE, 0.1);
        assertThat(metric(Metric.MINING_CASH_FLOW)).isLessThan(-4e6);
        assertThat(metric(Metric.RUNWAY)).isCloseTo(101 / 2.0, within(1e-9));
        figures.answer(Input.POWER_PRICE, 0.5);
        assertThat(metric(Metric.RUNWAY)).isCloseTo(101 / 2.0, within(1e-9));
    }

    @Test
    void stressTakesRevenueAndCoinValueButNoCosts() {
        figures.answer(Input.MONTHLY_BURN, 1_000_000.0);
        double revenue = metric(Metric.BTC_PER_MONTH) * 90_000;
        double burn = 1_000_000 + revenue * (1 - 0.7 / 0.9);
        assertThat(metric(Metric.STRESSED_RUNWAY)).isCloseTo((20e6 + 0.7 * 81e6) / burn, within(1e-6));
    }

    @Test
    void stressTurnsAThinMarginIntoABurn() {
        figures.answer(Input.REPORTED_CASH_COST, 80_000.0);
        // own coins are 1 / 0.9 as many at 63,000 USD, the costs in dollars stay
        double burn = metric(Metric.BTC_PER_MONTH) * (80_000 - 63_000 / 0.9);
        assertThat(metric(Metric.RUNWAY)).isEqualTo(NEVER);
        assertThat(metric(Metric.STRESSED_RUNWAY)).isCloseTo((20e6 + 0.7 * 81e6) / burn, within(1e-6));
    }

    @Test
    void theRunwayEndsWithADebtThatCannotBePaid() {
        figures.answer(Input.MONTHLY_BURN, 2_000_000.0)
                .answer(Input.DEBT_DUE, 90_000_000.0)
                .answer(Input.DEBT_DUE_MONTHS, 7.5);
        // 101 less 8 × 2 leaves 85 for 90 at the end of the eighth month
        assertThat(metric(Metric.RUNWAY)).isEqualTo(8);
        assertThat(metric(Metric.DEBT_DUE_SHORTFALL)).isCloseTo(5e6, within(1e-3));
    }

    @Test
    void stressTakesFromTheCoinsThatWouldHavePaidTheDebt() {
        figures.answer(Input.MONTHLY_BURN, 0.0)
                .answer(Input.HASHRATE, 0.0)
                .answer(Input.DEBT_DUE, 90_000_000.0)
                .answer(Input.DEBT_DUE_MONTHS, 10.0);
        // 20 of cash and 56.7 of coins for 90
        assertThat(metric(Metric.DEBT_DUE_SHORTFALL)).isZero();
        assertThat(metric(Metric.STRESSED_DEBT_DUE_SHORTFALL)).isCloseTo(13.3e6, within(1e-3));
        assertThat(metric(Metric.STRESSED_RUNWAY)).isEqualTo(10);
    }

    @Test
    void aBuildingCountsOnceItsLeaseIsSigned() {
        offer("LETTER_OF_INTENT");
        assertThat(metric(Metric.MONTHS_UNTIL_SHORT)).isEqualTo(metric(Metric.RUNWAY));
        assertThat(metric(Metric.LOWEST_LIQUIDITY)).isCloseTo(101e6 - 24 * 2e6, within(1e-3));
        figures.answer(Input.TENANT_STAGE, "SIGNED");
        // a fifth of 50 × 9 is 90, 6 a month over 15 months beside 2 of burn: 101 last 12.6 months
        assertThat(metric(Metric.MONTHS_UNTIL_SHORT)).isCloseTo(101 / 8.0, within(1e-9));
        assertThat(metric(Metric.RUNWAY)).isCloseTo(101 / 2.0, within(1e-9));
    }

    @Test
    void theFirstRentIsReachedWithWhatBurnDebtAndOwnShareLeave() {
        offer("LETTER_OF_INTENT");
        assertThat(metric(Metric.EQUITY_NEEDED)).isCloseTo(90e6, within(1e-3));
        assertThat(metric(Metric.LIQUIDITY_AT_FIRST_RENT)).isCloseTo(101e6 - 30e6 - 90e6, within(1e-3));
        figures.answer(Input.DEBT_DUE, 10e6);
        assertThat(metric(Metric.LIQUIDITY_AT_FIRST_RENT)).isCloseTo(-29e6, within(1e-3));
    }

    @Test
    void nobodyNeedsMoreOwnMoneyThanOthersHaveLeftOpen() {
        offer("SIGNED");
        figures.answer(Input.FUNDED_CAPEX, 90.0);
        assertThat(metric(Metric.EQUITY_NEEDED)).isCloseTo(45e6, within(1e-3));
        figures.answer(Input.FUNDED_CAPEX, 100.0);
        assertThat(metric(Metric.EQUITY_NEEDED)).isZero();
    }

    @Test
    void rentComesAfterDebtServiceAndInsteadOfTheMiningItReplaces() {
        offer("SIGNED");
        figures.answer(Input.LEASE, 150.0).answer(Input.HASHRATE, 0.0);
        LiquidityCalendar calendar =
                Economics.calendar(figures, SampleJurisdictions.TABLE, Scenario.MARKET_OF_THE_DAY, true);
        // 50 MW × 150 × 1,000 × 0.85 less the annuity of 360 million over 120 months at 7.5 %, 4.2733 million
        assertThat(calendar.rentUsdPerMonth()).isCloseTo(6.375e6 - 4.27326e6, within(1e3));
        figures.answer(Input.HASHRATE, 10.0);
        double margin = metric(Metric.MINING_CASH_FLOW) + 2e6;
        figures.answer(Input.CONTRACTED_MW, 70.0);
        double share = metric(Metric.HOSTING_SHARE) / 100;
        LiquidityCalendar mining =
                Economics.calendar(figures, SampleJurisdictions.TABLE, Scenario.MARKET_OF_THE_DAY, true);
        assertThat(share).isCloseTo(0.5, within(1e-9));
        assertThat(mining.rentUsdPerMonth()).isCloseTo(1.4 * calendar.rentUsdPerMonth() - share * margin, within(1.0));
    }

    @Test
    void aLeaseThatFitsTheStatedSiteLeavesNothingOver() {
        figures.answer(Input.CONTRACTED_MW, 50.0).answer(Input.LARGEST_SITE_MW, 5.0);
        assertThat(metric(Metric.LOAD_BEYOND_SITE)).isCloseTo(46.25, within(1e-9));
        figures.answer(Input.LARGEST_SITE_MW, 67.0);
        assertThat(metric(Metric.LOAD_BEYOND_SITE)).isZero();
    }

    @Test
    void anAssumedSiteDoesNotContradictALease() {
        figures.answer(Input.CONTRACTED_MW, 160.0).answer(Input.ENERGIZED_MW, 200.0);
        assertThat(metric(Metric.LOAD_BEYOND_SITE)).isZero();
        figures.answer(Input.PIPELINE_MW, 20.0);
        assertThat(metric(Metric.LOAD_BEYOND_SITE)).isZero(); // 0.75 of 220 MW
        figures.answer(Input.PIPELINE_MW, 0.0);
        assertThat(metric(Metric.LOAD_BEYOND_SITE)).isCloseTo(10, within(1e-9));
    }

    @Test
    void aLeaseMayLieOnThreeSitesWhosePowerIsStated() {
        figures.answer(Input.CONTRACTED_MW, 160.0).answer(Input.LARGEST_SITE_MW, 80.0);
        assertThat(metric(Metric.LOAD_BEYOND_SITE)).isCloseTo(100, within(1e-9));
        figures.answer(Input.ENERGIZED_MW, 200.0);
        assertThat(metric(Metric.LOAD_BEYOND_SITE)).isCloseTo(10, within(1e-9)); // 0.75 of 200 MW
        figures.answer(Input.PIPELINE_MW, 20.0);
        assertThat(metric(Metric.LOAD_BEYOND_SITE)).isZero(); // 0.75 of 220 MW
        figures.answer(Input.PIPELINE_MW, 900.0).answer(Input.CONTRACTED_MW, 200.0);
        assertThat(metric(Metric.LOAD_BEYOND_SITE)).isCloseTo(20, within(1e-9)); // 0.75 of three times 80 MW
    }

    private void offer(String stage) {
        figures.answer(Input.MONTHLY_BURN, 2_000_000.0)
                .answer(Input.TENANT_STAGE, stage)
                .answer(Input.CONTRACTED_MW, 50.0);
    }
}
