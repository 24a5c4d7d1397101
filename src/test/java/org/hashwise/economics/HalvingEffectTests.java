package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalvingEffectTests {

    private static final LocalDate MONTH_17 = LocalDate.of(2026, 11, 29);

    private final SampleFigures figures = SampleFigures.midSizedMiner();

    @ParameterizedTest
    @CsvSource({
        "2016-07-08, 2016-07-09",
        "2016-07-09, 2020-05-11",
        "2024-04-19, 2024-04-20",
        "2024-04-20, 2028-04-18",
        "2028-04-18, 2032-04-15"
    })
    void theNextHalvingIsTheKnownOneOrTheExpectedOne(LocalDate day, LocalDate halving) {
        assertThat(BlockSubsidy.nextHalving(day)).isEqualTo(halving);
        assertThat(BlockSubsidy.btcOn(halving)).isEqualTo(BlockSubsidy.btcOn(halving.minusDays(1)) / 2);
    }

    @Test
    void halfOfTheSubsidyIsLostAndNoneOfTheFees() {
        figures.answer(Input.TRANSACTION_FEE, 10.0);
        double revenue = figures.metric(Metric.BTC_PER_MONTH) * 90_000;

        assertThat(HalvingEffect.within(figures, SampleJurisdictions.TABLE, MONTH_17, 24))
                .hasValueSatisfying(halving -> {
                    assertThat(halving.month()).isEqualTo(17);
                    assertThat(halving.revenueUsdPerMonth()).isCloseTo(revenue * 0.5 / 1.1, within(1e-6));
                });
    }

    @Test
    void aShorterCalendarAndACompanyThatDoesNotMineHaveNone() {
        assertThat(HalvingEffect.within(figures, SampleJurisdictions.TABLE, MONTH_17, 16))
                .isEmpty();
        figures.answer(Input.HASHRATE, 0.0);
        assertThat(HalvingEffect.within(figures, SampleJurisdictions.TABLE, MONTH_17, 24))
                .isEmpty();
    }
}
