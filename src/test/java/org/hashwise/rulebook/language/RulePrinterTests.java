package org.hashwise.rulebook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.files.Problems;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulePrinterTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "largestSiteMw >= 100 ~ largestSiteMw >= 100.0",
                "largestSiteMw >= Thresholds.largeSiteMw ~ largestSiteMw >= 100.0",
                "priceUsdPerKwh < 0.00001 ~ priceUsdPerKwh < 0.000010",
                "energizedMw > -5 ~ energizedMw > ( 0 - 5.0 )",
                "energizedMw + pipelineMw * 2 > 1 ~ ( energizedMw + ( pipelineMw * 2.0 ) ) > 1.0",
                "!(energizedMw > 1) ~ !( energizedMw > 1.0 )",
                "energizedMw > 1 || energizedMw < 0 && pipelineMw > 2 "
                        + "~ ( energizedMw > 1.0 || ( energizedMw < 0.0 && pipelineMw > 2.0 ) )",
                "contract in (\"FIXED\", \"HEDGED\") ~ ( contract == \"FIXED\" || contract == \"HEDGED\" )",
                "contract not in (\"FIXED\", \"HEDGED\") ~ ( contract != \"FIXED\" && contract != \"HEDGED\" )",
                "contract == \"a \\\" b\" ~ contract == \"a \\\" b\""
            })
    void everyConstraintHasOneFixedForm(String written, String printed) {
        assertThat(SampleRule.printed(SampleRule.when("Power( " + written + " )")))
                .contains("Power( " + printed + " )");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Power( $mw : energizedMw, energizedMw > 1.0 )\n    Hosting( contractedMw > $mw )",
                "not( Power( energizedMw > 1.0 ) )",
                "exists( Power( energizedMw > 1.0 ) )",
                "( Power( energizedMw > 1.0 ) or ( Site(  ) and Board(  ) ) )",
                "accumulate( Evidence( $p : points, strategy == \"DAT\" ); $sum : sum( $p ); $sum > 2.0 )",
                "accumulate( Evidence(  ); $n : count(  ); $n > 1.0 )"
            })
    void conditionsAreWrittenAsTheyStand(String conditions) {
        assertThat(SampleRule.printed(SampleRule.when(conditions))).contains("when\n    " + conditions + "\nthen");
    }

    /** Printing loses nothing that a second reading would need: it says the same again. */
    @TestFactory
    Stream<DynamicTest> whatIsPrintedOfTheShippedRulesReadsTheSame() {
        return ShippedRules.files().paths("policy", ".drl").stream()
                .map(path -> DynamicTest.dynamicTest(
                        path,
                        () -> SampleRule.parse(ShippedRules.files().text(path), new Problems())
                                .forEach(RulePrinterTests::readsTheSame)));
    }

    private static void readsTheSame(Rule rule) {
        String once = SampleRule.printed(rule);
        String twice = SampleRule.printed(read(once));
        String thrice = SampleRule.printed(read(twice));
        assertThat(thrice).isEqualTo(twice);
        // Three accepted values are two alternatives of which one is two: only the parentheses may differ.
        assertThat(twice.replaceAll("[() ]", "")).isEqualTo(once.replaceAll("[() ]", ""));
    }

    private static Rule read(String printed) {
        Problems problems = new Problems();
        Rule rule = SampleRule.parse(printed, problems).get(0);
        assertThat(problems.all()).isEmpty();
        return rule;
    }
}
