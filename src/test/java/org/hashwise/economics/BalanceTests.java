package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BalanceTests {

    // 20 million in cash and 900 free coins at 90,000: 101 million
    private final SampleFigures figures = SampleFigures.midSizedMiner();

    private double metric(Metric metric) {
        return figures.metric(metric);
    }

    @Test
    void liquidityIsCashAndFreeCoins() {
        assertThat(metric(Metric.LIQUIDITY)).isCloseTo(101e6, within(1e-3));
        assertThat(metric(Metric.LIQUIDITY_COVER)).isCloseTo(2.02, within(1e-9));
        assertThat(metric(Metric.DEBT_DUE_COVER)).isCloseTo(10.1, within(1e-9));
    }

    @Test
    void nothingOwedIsCoveredAHundredTimes() {
        figures.answer(Input.DEBT, 0.0).answer(Input.DEBT_DUE, 0.0);
        assertThat(metric(Metric.LIQUIDITY_COVER)).isEqualTo(100);
        assertThat(metric(Metric.DEBT_DUE_COVER)).isEqualTo(100);
        assertThat(metric(Metric.DEBT_TO_BTC_NAV)).isZero();
        assertThat(metric(Metric.DEBT_TO_MARKET_CAP)).isZero();
    }

    @Test
    void marketCapIsComparedWithAllCoins() {
        assertThat(metric(Metric.BTC_NAV)).isEqualTo(90e6);
        assertThat(metric(Metric.MNAV)).isEqualTo(2);
        assertThat(metric(Metric.DEBT_TO_BTC_NAV)).isCloseTo(55.56, within(0.005));
        assertThat(metric(Metric.DEBT_TO_MARKET_CAP)).isCloseTo(27.78, within(0.005));
    }

    @Test
    void companyWithoutCoinsHasTheCaps() {
        figures.answer(Input.BTC_HELD, 0.0);
        assertThat(metric(Metric.MNAV)).isEqualTo(100);
        assertThat(metric(Metric.DEBT_TO_BTC_NAV)).isEqualTo(1_000);
        assertThat(metric(Metric.PRICE_TO_AVERAGE_COST)).isEqualTo(100);
        assertThat(metric(Metric.TREASURY_GROWTH)).isEqualTo(1_000);
    }

    @Test
    void unlistedCompanyHasNoMarketValueToCompareWith() {
        figures.answer(Input.LISTED, false).answer(Input.MARKET_CAP, 0.0);
        assertThat(metric(Metric.MNAV)).isZero();
        assertThat(metric(Metric.DEBT_TO_MARKET_CAP)).isZero();
        figures.answer(Input.LISTED, true);
        assertThat(metric(Metric.DEBT_TO_MARKET_CAP)).isEqualTo(1_000);
    }

    @Test
    void priceIsComparedWithTheAverageCost() {
        figures.answer(Input.AVERAGE_BTC_COST, 120_000.0);
        assertThat(metric(Metric.PRICE_TO_AVERAGE_COST)).isEqualTo(75);
        figures.answer(Input.AVERAGE_BTC_COST, 0.0);
        assertThat(metric(Metric.PRICE_TO_AVERAGE_COST)).isEqualTo(1_000);
    }

    @Test
    void treasuryGrowsByWhatAYearOfMiningBrings() {
        // 10,000 PH/s find 4.5 coins a day
        assertThat(metric(Metric.TREASURY_GROWTH)).isCloseTo(100 * 4.5 * 365 / 1_000, within(1e-9));
        figures.answer(Input.HASHRATE, 0.0).answer(Input.BTC_HELD, 0.0);
        assertThat(metric(Metric.TREASURY_GROWTH)).isZero();
    }
}
