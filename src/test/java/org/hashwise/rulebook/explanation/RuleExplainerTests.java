package org.hashwise.rulebook.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.RuleReading.ConditionReading;
import org.hashwise.advice.RuleReading.Need;
import org.hashwise.advice.RuleReading.Relation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRulebookUnderTest;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.testing.TestExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleExplainerTests {

    /** The usual build reads the rules for one company in so many. */
    private static final int ONE_OF = Boolean.getBoolean("hashwise.thorough") ? 1 : 3;

    @Test
    void eachConditionSaysWhetherItHoldsAndWhatItRead() {
        List<ConditionReading> conditions = explained(
                "Power( largestSiteMw >= Thresholds.largeSiteMw, contract in (\"FIXED\", \"HEDGED\") )",
                Map.of("power.largestSiteMw", new Answer.Number(99)));

        assertThat(conditions).map(ConditionReading::held).containsExactly(false, true);
        assertThat(conditions).map(ConditionReading::value).containsExactly(99.0, "FIXED");
        assertThat(conditions)
                .map(ConditionReading::need)
                .containsExactly(new Need(Relation.AT_LEAST, 100.0), new Need(Relation.IN, List.of("FIXED", "HEDGED")));
        assertThat(conditions).map(ConditionReading::missedBy).containsExactly(1.0, null);
        assertThat(conditions.get(0).reads()).isEqualTo(Map.of("power.largestSiteMw", 99.0));
    }

    @Test
    void sumsAndNamedFieldsAreRead() {
        List<ConditionReading> conditions = explained(
                "Hosting( $offered : contractedMw )\nPower( $offered > energizedMw + pipelineMw )",
                Map.of(
                        "hosting.contractedMw", new Answer.Number(50),
                        "power.energizedMw", new Answer.Number(30),
                        "power.pipelineMw", new Answer.Number(20)));

        assertThat(conditions).map(ConditionReading::held).containsExactly(false);
        assertThat(conditions).map(ConditionReading::value).containsExactly(50.0);
        assertThat(conditions).map(ConditionReading::need).containsExactly(new Need(Relation.ABOVE, 50.0));
        assertThat(conditions.get(0).reads())
                .containsOnlyKeys("hosting.contractedMw", "power.energizedMw", "power.pipelineMw");
    }

    @Test
    void behindNotAConditionIsMetWhenItFails() {
        List<ConditionReading> conditions =
                explained("not Power( largestSiteMw >= 100 )", Map.of("power.largestSiteMw", new Answer.Number(99)));

        assertThat(conditions).hasSize(1).allMatch(condition -> condition.met() && !condition.held());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "largestSiteMw == 1 ~ EQUAL ~ UNEQUAL",
                "largestSiteMw != 1 ~ UNEQUAL ~ EQUAL",
                "largestSiteMw < 1 ~ BELOW ~ AT_LEAST",
                "largestSiteMw <= 1 ~ AT_MOST ~ ABOVE",
                "largestSiteMw > 1 ~ ABOVE ~ AT_MOST",
                "largestSiteMw >= 1 ~ AT_LEAST ~ BELOW",
                "contract in (\"FIXED\") ~ IN ~ NOT_IN",
                "contract not in (\"FIXED\") ~ NOT_IN ~ IN"
            })
    void whatIsNeededIsTheConditionItselfAndBehindNotItsOpposite(String condition, Relation plain, Relation negated) {
        assertThat(explained("Power( " + condition + " )", Map.of()))
                .map(ConditionReading::need)
                .map(Need::operator)
                .containsExactly(plain);
        assertThat(explained("not Power( " + condition + " )", Map.of()))
                .map(ConditionReading::need)
                .map(Need::operator)
                .containsExactly(negated);
    }

    /** Where nothing is an alternative, a rule fires exactly when all its conditions are met. */
    @Test
    void theConditionsOfTheShippedRulesExplainWhichRulesFire() {
        List<TestExample> examples = TestExample.of(ShippedRules.engine());
        for (int number = 0; number < examples.size(); number += ONE_OF) {
            TestExample example = examples.get(number);
            for (RuleReading reading : ShippedRules.rulebook().readings(example.situation(), Language.EN)) {
                boolean wanted = reading.conditions().stream()
                        .allMatch(condition -> condition.met() == condition.held() && !condition.alternative());
                if (wanted) {
                    assertThat(reading.conditions().stream().allMatch(ConditionReading::met))
                            .as("%s for %s", reading.rule().id(), example.name())
                            .isEqualTo(reading.fires());
                }
            }
        }
    }

    private static List<ConditionReading> explained(String conditions, Map<String, Answer> answers) {
        RuleInterpreter engine = new RuleInterpreter(SmallRulebookUnderTest.contents()
                .with(RuleRole.POLICY, List.of(SmallRulebookUnderTest.rule("POWER-01", conditions, "plan( HOLD );"))));
        return new RuleExplainer(engine)
                .readings(SmallRulebookUnderTest.company(answers), Language.EN)
                .get(0)
                .conditions();
    }
}
