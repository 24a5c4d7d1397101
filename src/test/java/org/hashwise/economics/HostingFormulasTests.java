package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostingFormulasTests {

    @Test
    void signedLeasesYieldBetweenFifteenAndTwentyPercent() {
        // TeraWulf: 154.2 USD/kW-month, 85 % margin, 8 to 10 million USD per MW
        double noi = HostingFormulas.noiPerItMwYear(154.2);
        assertThat(noi).isCloseTo(1.573e6, within(0.001e6));
        assertThat(HostingFormulas.yieldOnCostPercent(noi, 8e6)).isCloseTo(19.7, within(0.05));
        assertThat(HostingFormulas.yieldOnCostPercent(noi, 10e6)).isCloseTo(15.7, within(0.05));
    }

    @Test
    void yieldIsCappedWhenTheTenantPaysForEverything() {
        assertThat(HostingFormulas.yieldOnCostPercent(1e6, 0)).isEqualTo(1_000);
        assertThat(HostingFormulas.yieldOnCostPercent(0, 0)).isZero();
    }

    /** Gross MW and critical MW of announced sites: one factor is within a tenth of all of them. */
    @ParameterizedTest
    @CsvSource({"244, 168", "56, 39", "330, 245", "800, 526", "100, 70", "394, 260"})
    void grossPowerIsNotLeasablePower(double grossMw, double itMw) {
        assertThat(HostingFormulas.itMw(grossMw) / itMw).isBetween(0.9, 1.1);
    }

    /** 100 MW gross at 150 USD/kW-month for 9 million a MW, 82 % of it lent at 7.4 %; the formula knows 7.5 %. */
    @Test
    void aLeaseOfAHundredMegawattsCarriesItsDebt() {
        double mw = HostingFormulas.itMw(100);
        double noi = mw * HostingFormulas.noiPerItMwYear(150);
        double debt = 0.82 * 9e6 * mw;

        assertThat(mw * HostingFormulas.rentPerItMwYear(150)).isCloseTo(126e6, within(1.0));
        assertThat(noi).isCloseTo(107.1e6, within(1.0));
        assertThat(HostingFormulas.yieldOnCostPercent(noi / mw, 9e6)).isCloseTo(17, within(0.001));
        assertThat(debt).isCloseTo(516.6e6, within(1.0));
        assertThat(noi / 12 / HostingFormulas.debtServicePerMonth(debt, 10)).isCloseTo(1.462, within(0.015));
        assertThat(noi / 12 / HostingFormulas.debtServicePerMonth(debt, 15)).isCloseTo(1.875, within(0.02));
    }
}
