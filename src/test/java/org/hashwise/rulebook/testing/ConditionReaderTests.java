package org.hashwise.rulebook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRulebookUnderTest;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;
import org.junit.jupiter.api.Test;

class ConditionReaderTests {

    @Test
    void eachConditionSaysWhetherItHoldsAndWhatItRead() {
        Rule rule = SmallRulebookUnderTest.rule(
                "POWER-01",
                "Power( largestSiteMw >= Thresholds.largeSiteMw, contract in (\"FIXED\", \"HEDGED\") )",
                "plan( HOLD );");

        List<ConditionReading> readings = read(rule, Map.of("power.largestSiteMw", new Answer.Number(99)));

        assertThat(readings).map(ConditionReading::held).containsExactly(false, true);
        assertThat(readings).map(ConditionReading::value).containsExactly(99.0, "FIXED");
        assertThat(readings).map(ConditionReading::comparedWith).containsExactly(100.0, List.of("FIXED", "HEDGED"));
    }

    @Test
    void sumsAndNamedFieldsAreRead() {
        Rule rule = SmallRulebookUnderTest.rule(
                "POWER-01",
                "Hosting( $offered : contractedMw )\nPower( $offered > energizedMw + pipelineMw )",
                "plan( HOLD );");

        List<ConditionReading> readings = read(
                rule,
                Map.of(
                        "hosting.contractedMw", new Answer.Number(50),
                        "power.energizedMw", new Answer.Number(30),
                        "power.pipelineMw", new Answer.Number(20)));

        assertThat(readings).map(ConditionReading::held).containsExactly(false);
        assertThat(readings).map(ConditionReading::value).containsExactly(50.0);
        assertThat(readings).map(ConditionReading::comparedWith).containsExactly(50.0);
    }

    @Test
    void behindNotAConditionIsMetWhenItFails() {
        Rule rule = SmallRulebookUnderTest.rule("POWER-01", "not Power( largestSiteMw >= 100 )", "plan( HOLD );");

        assertThat(read(rule, Map.of("power.largestSiteMw", new Answer.Number(99))))
                .allMatch(reading -> reading.isMet() && !reading.held());
    }

    /** Where nothing is an alternative, a rule fires exactly when all its conditions are met. */
    @Test
    void theConditionsOfTheShippedRulesExplainWhichRulesFire() {
        ConditionReader reader = reader(ShippedRules.contents().policy(), ShippedRules.contents());
        for (TestExample example : TestExample.of(ShippedRules.engine())) {
            List<ConditionReading> readings = reader.read(example.situation());
            for (Rule rule : ShippedRules.contents().policy()) {
                List<ConditionReading> own = readings.stream()
                        .filter(reading -> reading.atom().rule() == rule)
                        .toList();
                boolean together = own.stream()
                        .noneMatch(reading ->
                                reading.atom().alternative() || !reading.atom().wanted());
                if (together) {
                    assertThat(own.stream().allMatch(ConditionReading::isMet))
                            .as("%s for %s", rule.id(), example.name())
                            .isEqualTo(example.fired().contains(rule.id()));
                }
            }
        }
    }

    private static List<ConditionReading> read(Rule rule, Map<String, Answer> answers) {
        return reader(List.of(rule), SmallRulebookUnderTest.contents()).read(SmallRulebookUnderTest.company(answers));
    }

    private static ConditionReader reader(List<Rule> rules, RulebookContents contents) {
        return new ConditionReader(contents.questionnaire(), rules, contents.thresholds());
    }
}
