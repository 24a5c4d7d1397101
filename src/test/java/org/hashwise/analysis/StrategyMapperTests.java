package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.analysis.SampleCompanies.RULEBOOK;

import org.hashwise.advice.Situation;
import org.junit.jupiter.api.Test;

class StrategyMapperTests {

    private static final Axis PRICE = new Axis("market.btcPriceUsd", 30_000, 150_000, 9);
    private static final Axis POWER = new Axis("power.priceUsdPerKwh", 0.02, 0.12, 7);

    @Test
    void everyCellIsTheVerdictAtItsValues() {
        Situation company = SampleCompanies.of("hut8-2024-06");
        StrategyMap map = new StrategyMapper(RULEBOOK).map(company, PRICE, POWER);
        assertThat(map.rows()).hasSize(POWER.steps());
        for (int row = 0; row < POWER.steps(); row++) {
            assertThat(map.rows().get(row)).hasSize(PRICE.steps());
            for (int column = 0; column < PRICE.steps(); column++) {
                Situation there = SampleCompanies.with(
                        SampleCompanies.with(company, POWER.id(), POWER.at(row)), PRICE.id(), PRICE.at(column));
                assertThat(map.rows().get(row).get(column)).isEqualTo(StrategyMap.Cell.of(RULEBOOK.verdict(there)));
            }
        }
    }

    @Test
    void bothEndsOfAnAxisAreMetExactly() {
        assertThat(POWER.at(0)).isEqualTo(0.02);
        assertThat(POWER.at(6)).isEqualTo(0.12);
    }
}
