package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkFormulasTests {

    private static final double TRILLION = 1e12;

    /** Hashprices that Luxor's Hashrate Index published with price, difficulty and fees; USD per TH/s per day. */
    @ParameterizedTest
    @CsvSource({
        // published to three decimals: half a unit of the last one
        "33806, 13.67, 6.25, 1.26, 0.315,  0.0005", // 2021-07-24
        // published to four decimals, but the fee average is rounded to a hundredth of a percent
        "43629, 14.5,  6.25, 1.34, 0.3835, 0.0002", // 2021-08-07
        "60028, 20.08, 6.25, 1.07, 0.3800, 0.0002", // 2021-10-24
    })
    void hashpriceFollowsFromPriceDifficultySubsidyAndFees(
            double price, double difficulty, double subsidy, double fee, double published, double tolerance) {
        assertThat(hashprice(price, difficulty, subsidy, fee) / 1_000).isCloseTo(published, within(tolerance));
    }

    /** The fees of these days were not published, so ours, without fees, is a little lower; USD per PH/s per day. */
    @ParameterizedTest
    @CsvSource({
        // fees were below 1 % of the subsidy
        "64000, 88.40, 45.79, 1.0", // 2024-09-25
        // the price is stated as "about 91,000" on top of it
        "91000, 152, 38.2, 2.0", // 2025-11
    })
    void hashpriceWithoutFeesIsALittleBelowThePublishedOne(
            double price, double difficulty, double published, double percent) {
        assertThat(hashprice(price, difficulty, 3.125, 0))
                .isLessThan(published)
                .isCloseTo(published, withinPercentage(percent));
    }

    @Test
    void hashpriceOfARoundExampleIsWithinItsRounding() {
        // published 62.81, worked out from a network share rounded to three digits (0.000201)
        assertThat(hashprice(100_000, 100, 3.125, 0)).isCloseTo(62.81, within(0.06));
    }

    @Test
    void hashrateFollowsFromTheDifficulty() {
        assertThat(NetworkFormulas.networkHashrateEh(124.93 * TRILLION)).isCloseTo(894.3, within(0.05));
    }

    @Test
    void noHashrateFindsMoreThanAllCoins() {
        assertThat(NetworkFormulas.btcPerPhDay(0, 3.125, 0)).isEqualTo(450);
    }

    private static double hashprice(double price, double difficultyTrillion, double subsidy, double feePercent) {
        double network = NetworkFormulas.networkHashrateEh(difficultyTrillion * TRILLION);
        return NetworkFormulas.hashprice(NetworkFormulas.btcPerPhDay(network, subsidy, feePercent), price);
    }

    /** Prices of November 2026, with the difficulty of block 973,413 and fees of 0.0235 BTC a block. */
    @ParameterizedTest
    @CsvSource({
        "80500, 140577680051919.6, 36.2691",
        "59800, 140577680051919.6, 26.9428",
        "59800, 126000000000000,   30.0599"
    })
    void hashpriceOfNovember2026(double price, double difficulty, double expected) {
        double network = NetworkFormulas.networkHashrateEh(difficulty);
        double coins = NetworkFormulas.btcPerPhDay(network, 3.125, 100 * 0.0235 / 3.125);
        assertThat(NetworkFormulas.hashprice(coins, price)).isCloseTo(expected, within(5e-5));
        if (difficulty > 130 * TRILLION) {
            // 10 EH/s in a month of 365.25 / 12 days, while a month here is 365 / 12 days.
            assertThat(MiningFormulas.btcPerMonth(10_000, coins) * 365.25 / 365).isCloseTo(137.135592, within(5e-6));
        }
    }
}
