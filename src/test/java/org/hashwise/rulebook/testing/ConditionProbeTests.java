package org.hashwise.rulebook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRulebookUnderTest;
import org.hashwise.rulebook.language.Rule;
import org.junit.jupiter.api.Test;

class ConditionProbeTests {

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
        RulebookUnderTest subject = ShippedRules.trialSubject();
        try (ConditionProbe probe =
                ConditionProbe.of(subject.questionnaire(), subject.policy(), subject.thresholds())) {
            for (TestExample example : TestExample.of(subject)) {
                List<ConditionReading> readings = probe.read(example.situation());
                for (Rule rule : subject.policy()) {
                    List<ConditionReading> own = readings.stream()
                            .filter(reading -> reading.atom().rule() == rule)
                            .toList();
                    boolean together = own.stream()
                            .noneMatch(reading -> reading.atom().alternative()
                                    || !reading.atom().wanted());
                    if (together) {
                        assertThat(own.stream().allMatch(ConditionReading::isMet))
                                .as("%s for %s", rule.id(), example.name())
                                .isEqualTo(example.fired().contains(rule.id()));
                    }
                }
            }
        }
    }

    private static List<ConditionReading> read(Rule rule, Map<String, Answer> answers) {
        RulebookUnderTest subject = SmallRulebookUnderTest.subject();
        Situation company = SmallRulebookUnderTest.company(answers);
        try (ConditionProbe probe = ConditionProbe.of(subject.questionnaire(), List.of(rule), subject.thresholds())) {
            return probe.read("POWER-01", company);
        }
    }
}
