package org.hashwise.rulebook.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRulebookUnderTest;
import org.hashwise.rulebook.language.FactSchema;
import org.junit.jupiter.api.Test;

class TraceTests {

    @Test
    void valuesAreNotedInTheOrderOfTheRule() {
        Situation company = new SampleCompany()
                .with("power.largestSiteMw", 245)
                .with("power.contract", new Answer.Choice("HEDGED"))
                .with("company.listed", new Answer.YesNo(true))
                .today();

        Trace.Reads reads =
                reads(company, "Company( listed == true )\nPower( largestSiteMw > 1, contract == \"HEDGED\" )");

        assertThat(reads.values())
                .containsExactly(
                        java.util.Map.entry("company.listed", true),
                        java.util.Map.entry("power.largestSiteMw", 245.0),
                        java.util.Map.entry("power.contract", "HEDGED"));
        assertThat(reads.assumed()).isEmpty();
    }

    @Test
    void whatWasNotAnsweredIsNotedAsAssumed() {
        assertThat(reads(new SampleCompany().today(), "Power( contract == \"FIXED\" )")
                        .assumed())
                .containsExactly("power.contract");
    }

    @Test
    void aMetricRestsOnWhatItsFormulaRead() {
        Situation company =
                new SampleCompany().with("treasury.cashUsd", 1_000_000).today();

        Trace.Reads reads = reads(company, "Economics( liquidityUsd > 1 )");

        assertThat(reads.values()).containsOnlyKeys("economics.liquidityUsd");
        assertThat(reads.assumed()).contains("treasury.pledgedPercent").doesNotContain("treasury.cashUsd");
    }

    @Test
    void aBoundFieldIsReadToo() {
        assertThat(reads(new SampleCompany().with("power.energizedMw", 30).today(), "Power( $mw : energizedMw )")
                        .values())
                .containsEntry("power.energizedMw", 30.0);
    }

    private static Trace.Reads reads(Situation company, String conditions) {
        FactSchema schema = new FactSchema(ShippedRules.rulebook().questionnaire());
        return new Trace(company, schema::reads)
                .of(SmallRulebookUnderTest.rule("POWER-01", conditions, "plan( HOLD );"));
    }
}
