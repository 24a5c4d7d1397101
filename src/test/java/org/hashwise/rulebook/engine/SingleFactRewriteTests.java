package org.hashwise.rulebook.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hashwise.rulebook.language.RulePrinter;
import org.hashwise.rulebook.language.SampleRule;
import org.junit.jupiter.api.Test;

/**
 * Conditions on a single fact, as they are rewritten for the engine. {@link ConditionConformanceTests} compares the decisions with
 * those of the interpreter, which reads the rules as they are.
 */
class SingleFactRewriteTests {

    @Test
    void whatIsSaidOfTheCompanyIsOnePattern() {
        assertThat(conditions("Power( largestSiteMw >= 100, contract == \"FIXED\" )\nEconomics( mnav < 1 )"))
                .isEqualTo(
                        "Company( power_largestSiteMw >= 100.0, power_contract == \"FIXED\", economics_mnav < 1.0 )");
    }

    @Test
    void negationsAndAlternativesArePartsOfIt() {
        assertThat(conditions("not Power( largestSiteMw >= 100, energizedMw > 5 )"))
                .isEqualTo("Company( !( ( power_largestSiteMw >= 100.0 && power_energizedMw > 5.0 ) ) )");
        assertThat(conditions("exists Power( largestSiteMw >= 100 )"))
                .isEqualTo("Company( power_largestSiteMw >= 100.0 )");
        assertThat(conditions("( Power( largestSiteMw >= 100 ) or Economics( mnav < 1 ) )"))
                .isEqualTo("Company( ( power_largestSiteMw >= 100.0 || economics_mnav < 1.0 ) )");
    }

    @Test
    void aNameForAFieldIsWrittenOut() {
        assertThat(conditions("Power( $mw : energizedMw )\nEconomics( mnav < $mw )"))
                .isEqualTo("Company( economics_mnav < power_energizedMw )");
        assertThat(conditions("Power( $mw : energizedMw, energizedMw > 0 )\nEconomics( mnav < $mw )"))
                .isEqualTo("Company( power_energizedMw > 0.0, economics_mnav < power_energizedMw )");
    }

    @Test
    void whatTheDecisionMatchesStaysAsItIs() {
        assertThat(conditions("Recommended( strategy == \"HOLD\" )\nEconomics( mnav < 1 )"))
                .isEqualTo("Recommended( strategy == \"HOLD\" )\nCompany( economics_mnav < 1.0 )");
    }

    @Test
    void aNameIsKeptForOtherFactsThatNeedIt() {
        assertThat(conditions("Power( $mw : energizedMw )\nStanding( score > $mw )"))
                .isEqualTo("Company( $mw : power_energizedMw )\nStanding( score > $mw )");
    }

    private static String conditions(String written) {
        String printed =
                new RulePrinter(Map.of(), consequence -> "").print(SingleFactRewrite.in(SampleRule.when(written)));
        return printed.substring(printed.indexOf("when\n") + 5, printed.indexOf("then\n"))
                .replaceAll("(?m)^ +", "")
                .strip();
    }
}
