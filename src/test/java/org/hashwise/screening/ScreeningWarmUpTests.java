package org.hashwise.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashwise.rulebook.ShippedRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The warm-up of screenings advises companies; the few rows whose place can mean two are refused, as in any file. */
class ScreeningWarmUpTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 19_000})
    void nearlyEachRowOfItsTablesIsAdvised(int first) throws Exception {
        byte[] table = ScreeningWarmUp.table(ShippedRules.rulebook(), first);

        JsonNode summary =
                ScreeningFiles.outcomes(ScreeningFiles.csv(table)).get(1_000).get("summary");
        assertThat(summary.get("rows").asInt()).isEqualTo(1_000);
        assertThat(summary.get("advised").asInt()).isGreaterThan(900);
    }
}
