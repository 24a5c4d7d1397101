package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MineTests {

    // Round numbers: 450 coins a day over 1,000,000 PH/s are 0.00045 BTC, 40.5 USD per PH/s; power is 24 USD.
    private final SampleFigures figures = SampleFigures.midSizedMiner();

    private double metric(Metric metric) {
        return figures.metric(metric);
    }

    @Test
    void averageListedMinerEarnsCashAndLosesInTheBooks() {
        // CoinShares, weighted average of listed miners for Q2 2025; the loss follows from the price that is given
        figures.answer(Input.BTC_PRICE, 91_800.0)
                .answer(Input.REPORTED_CASH_COST, 74_600.0)
                .answer(Input.REPORTED_ALL_IN_COST, 137_800.0);
        assertThat(metric(Metric.CASH_COST)).isEqualTo(74_600);
        assertThat(metric(Metric.ALL_IN_COST)).isEqualTo(137_800);
        assertThat(metric(Metric.CASH_MARGIN)).isCloseTo(18.7, within(0.05));
        assertThat(metric(Metric.BOOK_RESULT)).isEqualTo(-46_000);
        assertThat(metric(Metric.ALL_IN_MARGIN)).isCloseTo(-50.1, within(0.05));
        assertThat(metric(Metric.MINING_CASH_FLOW)).isPositive();
        assertThat(metric(Metric.RUNWAY)).isEqualTo(120);
    }

    @Test
    void hashpriceFollowsFromTheMarket() {
        assertThat(metric(Metric.HASHPRICE)).isCloseTo(40.5, within(1e-9));
        assertThat(metric(Metric.HASHCOST)).isCloseTo(24, within(1e-9));
        assertThat(metric(Metric.BREAK_EVEN_POWER_PRICE)).isCloseTo(40.5 / 480, within(1e-12));
    }

    @Test
    void givenHashpriceWinsAndCoinsFollowFromIt() {
        figures.answer(Input.HASHPRICE, 45.0);
        assertThat(metric(Metric.HASHPRICE)).isEqualTo(45);
        double revenue = metric(Metric.BTC_PER_MONTH) * 90_000;
        assertThat(revenue).isCloseTo(45 * 10_000 * 365.0 / 12, within(1e-3));
    }

    @Test
    void poolFeeAndSiteOverheadRaiseCosts() {
        figures.answer(Input.POOL_FEE, 2.0).answer(Input.SITE_OVERHEAD, 10.0);
        assertThat(metric(Metric.HASHPRICE)).isCloseTo(40.5, within(1e-9));
        assertThat(metric(Metric.HASHCOST)).isCloseTo(26.4, within(1e-9));
        assertThat(metric(Metric.POWER_COST)).isCloseTo(26.4 / (0.00045 * 0.98), within(1e-6));
        // the power price at which power alone takes all revenue is where the gross margin ends
        figures.answer(Input.POWER_PRICE, metric(Metric.BREAK_EVEN_POWER_PRICE));
        assertThat(metric(Metric.GROSS_MARGIN)).isCloseTo(0, within(1e-9));
    }

    @Test
    void costsAddUp() {
        double coins = 10_000 * 0.00045 * 365 / 12;
        assertThat(metric(Metric.BTC_PER_MONTH)).isCloseTo(coins, within(1e-9));
        double power = 24 / 0.00045;
        assertThat(metric(Metric.POWER_COST)).isCloseTo(power, within(1e-6));
        assertThat(metric(Metric.CASH_COST)).isCloseTo(power + 2e6 / coins, within(1e-6));
        assertThat(metric(Metric.ALL_IN_COST)).isCloseTo(power + 7e6 / coins, within(1e-6));
        assertThat(metric(Metric.BREAK_EVEN_BTC_PRICE)).isEqualTo(metric(Metric.CASH_COST));
        assertThat(metric(Metric.MINING_CASH_FLOW))
                .isCloseTo(coins * (90_000 - metric(Metric.CASH_COST)), within(1e-3));
    }

    @Test
    void creditsLowerCashCostAndRaiseGrossMargin() {
        double margin = metric(Metric.GROSS_MARGIN);
        double cost = metric(Metric.CASH_COST);
        figures.answer(Input.DEMAND_RESPONSE, 8_760_000.0);
        assertThat(metric(Metric.DEMAND_RESPONSE_SHARE)).isCloseTo(10, within(1e-9));
        assertThat(metric(Metric.GROSS_MARGIN)).isCloseTo(margin + 100 * 2.4 / 40.5, within(1e-9));
        assertThat(metric(Metric.CASH_COST)).isCloseTo(cost - 2.4 / 0.00045, within(1e-6));
    }

    @Test
    void reportedCashCostMovesTheAllInCostWithIt() {
        double nonCash = metric(Metric.ALL_IN_COST) - metric(Metric.CASH_COST);
        figures.answer(Input.REPORTED_CASH_COST, 50_000.0);
        assertThat(metric(Metric.ALL_IN_COST)).isCloseTo(50_000 + nonCash, within(1e-6));
        assertThat(metric(Metric.MINING_CASH_FLOW)).isCloseTo(metric(Metric.BTC_PER_MONTH) * 40_000, within(1e-3));
    }

    @Test
    void reportedCashCostBoundsThePowerInTheGrossMargin() {
        figures.answer(Input.REPORTED_CASH_COST, 40_000.0);
        assertThat(metric(Metric.POWER_COST)).isGreaterThan(50_000);
        assertThat(metric(Metric.GROSS_MARGIN)).isEqualTo(metric(Metric.CASH_MARGIN));
    }

    @Test
    void reportedAllInCostBoundsAComputedCashCost() {
        figures.answer(Input.REPORTED_ALL_IN_COST, 60_000.0);
        assertThat(metric(Metric.CASH_COST)).isCloseTo(60_000, within(1e-6));
        assertThat(metric(Metric.ALL_IN_COST)).isCloseTo(60_000, within(1e-6));
    }

    @Test
    void allInCostIsNeverBelowTheCashCost() {
        figures.answer(Input.REPORTED_CASH_COST, 80_000.0).answer(Input.REPORTED_ALL_IN_COST, 70_000.0);
        assertThat(metric(Metric.ALL_IN_COST)).isEqualTo(80_000);
    }

    @Test
    void pendingTaxCostsWhatItsKilowattHoursCost() {
        // 100 MW in New York at difficulty 124.93 T and 20 J/TH: about 47,000 USD per coin
        double network = NetworkFormulas.networkHashrateEh(124.93e12);
        figures.answer(Input.NETWORK_HASHRATE, network).answer(Input.PENDING_TAX, 0.04955);
        assertThat(metric(Metric.REGULATORY_COST)).isCloseTo(47_000, within(500.0));
    }

    @Nested
    class WhenNothingIsMined {

        @Test
        void costsAreThoseOfAMarginalFleet() {
            figures.answer(Input.HASHRATE, 0.0).answer(Input.DEMAND_RESPONSE, 1_200_000.0);
            assertThat(metric(Metric.BTC_PER_MONTH)).isZero();
            assertThat(metric(Metric.POWER_COST)).isCloseTo(24 / 0.00045, within(1e-6));
            assertThat(metric(Metric.CASH_COST)).isEqualTo(metric(Metric.POWER_COST));
            assertThat(metric(Metric.ALL_IN_COST)).isEqualTo(metric(Metric.POWER_COST));
            assertThat(metric(Metric.DEMAND_RESPONSE_SHARE)).isZero();
        }

        @Test
        void overheadIsStillPaidAndNoCreditsAreEarned() {
            figures.answer(Input.HASHRATE, 0.0).answer(Input.DEMAND_RESPONSE, 1_200_000.0);
            assertThat(metric(Metric.MINING_CASH_FLOW)).isEqualTo(-2_000_000);
        }
    }

    @Test
    void coinsThatCannotBeFoundCostTheCap() {
        figures.answer(Input.BLOCK_SUBSIDY, 0.0);
        assertThat(metric(Metric.POWER_COST)).isEqualTo(1e9).isEqualTo(Metric.POWER_COST.cap());
        assertThat(metric(Metric.CASH_COST)).isEqualTo(1e9);
        assertThat(metric(Metric.CASH_MARGIN)).isEqualTo(-1_000);
    }

    @Test
    void tinyFleetStillBurnsItsWholeOverhead() {
        figures.answer(Input.HASHRATE, 1e-9);
        assertThat(metric(Metric.CASH_COST)).isEqualTo(1e9);
        assertThat(metric(Metric.MINING_CASH_FLOW)).isCloseTo(-2_000_000, within(1.0));
    }
}
