package org.hashwise.rulebook.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "largestSiteMw >= Thresholds.largeSiteMw",
                "priceUsdPerKwh < 0.05",
                "contract in (\"FIXED\", \"HEDGED\")",
                "contract not in (\"FIXED\")",
                "largestSiteMw > ( energizedMw + pipelineMw )",
                "!( energizedMw > 1 )",
                "energizedMw > -5",
                "( energizedMw > 1 ) && ( pipelineMw > 2 )"
            })
    void constraintsAreWrittenAsAnalystsWriteThem(String text) {
        assertThat(ExpressionText.of(SampleRule.expression(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not Power( energizedMw > 1 )",
                "exists Power( energizedMw > 1 )",
                "( Power( energizedMw > 1 ) or Board( horizonMonths < 12 ) )",
                "accumulate( Evidence( strategy == \"DAT\" ); $n >= 2 )"
            })
    void conditionsAreWrittenWithoutWhatTheyName(String text) {
        String read = text.replace("; $n >=", "; $n : count(); $n >=");

        assertThat(ExpressionText.of(SampleRule.when(read).conditions().get(0))).isEqualTo(text);
    }

    @Test
    void numbersAreWrittenAsPeopleTypeThem() {
        assertThat(ExpressionText.number(600_000)).isEqualTo("600000");
        assertThat(ExpressionText.number(0.05)).isEqualTo("0.05");
        assertThat(ExpressionText.number(-0.0)).isEqualTo("0");
    }
}
