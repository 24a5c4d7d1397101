package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MiningFormulasTests {

    /** Fees of 2025 in percent of the subsidy. */
    private static final double FEE_PERCENT = 1.5;

    /** Efficiency, power price, mean difficulty of the quarter in trillions, reported power cost per coin. */
    @ParameterizedTest
    @CsvSource({
        "18.9, 0.027, 111.21, 23379", // Cipher Mining, results for Q1 2025
        "18.3, 0.04, 129.9, 39235", // MARA, Form 10-Q for Q3 2025
    })
    void nameplateEfficiencyUnderstatesReportedPowerCost(
            double jPerTh, double usdPerKwh, double difficulty, double reported) {
        double ideal = powerCost(jPerTh, usdPerKwh, difficulty);
        // both companies are 9 to 10 % above the formula: overhead at the site, stale work, rounded inputs
        assertThat(reported / ideal).isBetween(1.08, 1.11);
    }

    @Test
    void reportedPowerCostImpliesAPowerPrice() {
        // Cipher, Q3 2025: 34,189 USD per coin at 16.8 J/TH; four cents fit its front-of-meter site
        double implied = 34_189 / MiningFormulas.kwhPerBtc(16.8, btcPerPhDay(129.9, FEE_PERCENT));
        assertThat(implied).isCloseTo(0.0417, within(0.0001));
    }

    @Test
    void creditsAreDeductedFromPowerAndOtherCosts() {
        // Riot, Form 10-Q for Q1 2025, thousands of USD; its coins are not printed, they follow from cost per coin
        double btc = 67_017_000 / 43_808.0;
        assertThat(btc).isCloseTo(1_529.8, within(0.05));
        assertThat(MiningFormulas.costPerBtc(61_830_000, 12_988_000, 7_801_000, btc))
                .isCloseTo(43_808, within(0.5));
        // with the depreciation of the machines; the coins are only known to a tenth, so one dollar
        assertThat(MiningFormulas.costPerBtc(61_830_000, 12_988_000 + 57_062_000, 7_801_000, btc))
                .isCloseTo(81_109, within(1.0));
    }

    @Test
    void profitPerCoinAfterCredits() {
        // Iris Energy, August 2023 update: 410 coins, revenue 11.4, power 6.6, credits 2.3 million USD
        double cost = MiningFormulas.costPerBtc(6.6e6, 0, 2.3e6, 410);
        assertThat(cost).isCloseTo(10_488, within(0.5));
        // published in hundreds of dollars
        assertThat(11.4e6 / 410 - cost).isCloseTo(17_300, within(50.0));
    }

    @Test
    void planOfThirtyExahashMeansItsCoinsAndCosts() {
        // IREN's plan: 20 thousand USD of power per coin and 156 million a year; round figures
        assertThat(156e6 / 20_000).isEqualTo(7_800);
        assertThat(MiningFormulas.costPerBtc(156e6, 7_800 * 11_000, 0, 7_800)).isCloseTo(31_000, within(1e-6));
    }

    @Test
    void oneCentOfPowerCostsAnOldFleetEighteenThousandPerCoin() {
        // JPMorgan, 2025-12-05, for high-cost producers at difficulty 148 T: implies a fleet of about 31.8 J/TH
        double kwhPerBtc = MiningFormulas.kwhPerBtc(31.8, btcPerPhDay(148, 0));
        // published in thousands
        assertThat(0.01 * kwhPerBtc).isCloseTo(18_000, within(500.0));
    }

    @Test
    void powerCostIsPriceTimesHashcostOverHashprice() {
        double coins = btcPerPhDay(120, 1);
        double hashcost = PowerFormulas.hashcost(20, 0.05);
        double hashprice = NetworkFormulas.hashprice(coins, 91_800);
        assertThat(MiningFormulas.powerCostPerBtc(hashcost, coins))
                .isCloseTo(91_800 * hashcost / hashprice, withinPercentage(1e-9))
                .isCloseTo(0.05 * MiningFormulas.kwhPerBtc(20, coins), withinPercentage(1e-9));
    }

    @Test
    void energizedHashrateOverstatesCostPerCoin() {
        // MARA, Q3 2025: 31.3 USD/PH/day, 92 days, 60.4 EH/s energised, 2,144 coins; published 67,704 USD per coin
        double cost = MiningFormulas.costPerBtc(31.3 * 92 * 60_400, 0, 0, 2_144);
        assertThat(cost).isCloseTo(81_123, within(0.5));
        assertThat(60.4 * 67_704 / cost).isCloseTo(50.4, within(0.05));
    }

    private static double powerCost(double jPerTh, double usdPerKwh, double difficultyTrillion) {
        return usdPerKwh * MiningFormulas.kwhPerBtc(jPerTh, btcPerPhDay(difficultyTrillion, FEE_PERCENT));
    }

    private static double btcPerPhDay(double difficultyTrillion, double feePercent) {
        return NetworkFormulas.btcPerPhDay(
                NetworkFormulas.networkHashrateEh(difficultyTrillion * 1e12), 3.125, feePercent);
    }
}
