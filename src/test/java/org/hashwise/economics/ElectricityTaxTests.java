package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hashwise.economics.JurisdictionGrade.Tax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectricityTaxTests {

    @Test
    void hundredMegawattsInNewYorkPayExactlyTheSumOfTheTiers() {
        double kwh = PowerFormulas.kwhPerYear(100);
        assertThat(kwh).isEqualTo(876_000_000);
        assertThat(SampleJurisdictions.NEW_YORK_TAX.usdPerYear(kwh)).isEqualTo(43_405_000);
        // published as 4.955 cents
        assertThat(SampleJurisdictions.NEW_YORK_TAX.usdPerKwh(kwh)).isCloseTo(0.04955, within(0.000005));
    }

    /** At a border the lower rate still applies to everything below it; the tolerance is a tenth of a cent. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "2250000, 0",
        "2250001, 0.02",
        "5000000, 55000",
        "5000001, 55000.03",
        "10000000, 205000",
        "20000000, 605000",
        "20000001, 605000.05",
    })
    void eachRateAppliesWithinItsTierOnly(double kwh, double usd) {
        assertThat(SampleJurisdictions.NEW_YORK_TAX.usdPerYear(kwh)).isCloseTo(usd, within(0.001));
    }

    @Test
    void flatTaxIsTheSameForEveryKilowattHour() {
        assertThat(SampleJurisdictions.FLAT_TAX.usdPerKwh(1)).isEqualTo(0.01);
        assertThat(SampleJurisdictions.FLAT_TAX.usdPerKwh(5e8)).isCloseTo(0.01, within(1e-15));
    }

    @Test
    void noConsumptionBearsTheFirstRate() {
        assertThat(SampleJurisdictions.FLAT_TAX.usdPerKwh(0)).isEqualTo(0.01);
        assertThat(SampleJurisdictions.NEW_YORK_TAX.usdPerKwh(0)).isZero();
        assertThat(Tax.none().usdPerKwh(0)).isZero();
    }

    @Test
    void noTaxCostsNothing() {
        assertThat(Tax.none().usdPerYear(1e9)).isZero();
    }
}
