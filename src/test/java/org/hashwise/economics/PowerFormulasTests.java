package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerFormulasTests {

    @Test
    void thirtyExahashAtFifteenJoulesDrawFourHundredAndFiftyMegawatts() {
        // IREN's plan: 30 EH/s, 156 million USD of power a year; all published figures are round
        double mw = PowerFormulas.mwOfPh(30_000, 15);
        assertThat(mw).isEqualTo(450);
        assertThat(PowerFormulas.phOfMw(mw, 15)).isEqualTo(30_000);
        assertThat(156e6 / PowerFormulas.kwhPerYear(mw)).isCloseTo(0.0396, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"43.34, 0.79e6", "55, 1.00e6"})
    void revenueOfAMegawattYearAtTwentyJoules(double hashprice, double published) {
        // CryptoSlate prints millions with two decimals
        assertThat(PowerFormulas.revenuePerMwYear(hashprice, 20)).isCloseTo(published, within(0.005e6));
    }

    @Test
    void hydroMachineIsUnderWaterAtSixCentsAndHashpriceThirty() {
        // Antminer S19 XP Hyd, 255 TH/s at 5,304 W; CoinShares: "0.06 USD/kWh or more", a threshold of two decimals
        assertThat(PowerFormulas.breakEvenPowerPrice(30, 5_304.0 / 255)).isCloseTo(0.0601, within(0.00005));
    }

    @Test
    void newestAirCooledMachineSurvivesEightCentsAtHashpriceThirty() {
        // Antminer S21 Pro, 234 TH/s at 3,510 W; exact
        assertThat(PowerFormulas.breakEvenPowerPrice(30, 3_510.0 / 234)).isCloseTo(30.0 / 360, within(1e-12));
    }

    @Test
    void hashcostHasNoFactorOfAThousand() {
        // 1 J/TH is 1 kW per PH/s: 20 kW for 24 hours at 5 cents
        assertThat(PowerFormulas.hashcost(20, 0.05)).isCloseTo(24, within(1e-12));
    }
}
