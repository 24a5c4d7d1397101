package org.hashwise.rulebook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.SmallRulebookUnderTest;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.junit.jupiter.api.Test;

class DroolsEngineTests {

    @Test
    void everyConsequenceOfARuleThatFiresIsFoundOnce() {
        Rule rule = SmallRulebookUnderTest.rule(
                "POWER-01",
                "Power( largestSiteMw >= Thresholds.largeSiteMw )",
                "support( AI_HOSTING, STRONG ); oppose( DAT, WEAK ); block( DAT ); plan( HOLD ); risk( HOLD );");
        try (DroolsEngine rules = SmallRulebookUnderTest.compiled(rule)) {
            Findings findings = rules.evaluate(SmallRulebookUnderTest.company(site(100)));

            assertThat(findings.effects())
                    .map(PolicyEffect::form)
                    .containsExactly(
                            ConsequenceForm.SUPPORT,
                            ConsequenceForm.OPPOSE,
                            ConsequenceForm.BLOCK,
                            ConsequenceForm.PLAN,
                            ConsequenceForm.RISK);
            assertThat(findings.effects()).map(PolicyEffect::points).containsExactly(3, -1, 0, 0, 0);
            assertThat(rules.evaluate(SmallRulebookUnderTest.company(site(99))).effects())
                    .isEmpty();
        }
    }

    @Test
    void theDecisionSeesWhatThePolicyFound() {
        Rule hosting = SmallRulebookUnderTest.rule(
                "POWER-01", "Power( largestSiteMw >= 100 )", "support( AI_HOSTING, STRONG );");
        Rule more = SmallRulebookUnderTest.rule(
                "POWER-02", "Power( largestSiteMw >= 200 )", "support( AI_HOSTING, WEAK );");
        try (DroolsEngine rules = SmallRulebookUnderTest.compiled(hosting, more)) {
            assertThat(rules.evaluate(SmallRulebookUnderTest.company(site(200))).recommended())
                    .isEqualTo(Strategy.AI_HOSTING);
            assertThat(score(rules.evaluate(SmallRulebookUnderTest.company(site(200)))))
                    .isEqualTo(4);
            assertThat(score(rules.evaluate(SmallRulebookUnderTest.company(site(100)))))
                    .isEqualTo(3);
            assertThat(rules.evaluate(SmallRulebookUnderTest.company(site(1))).recommended())
                    .isEqualTo(Strategy.HOLD);
        }
    }

    @Test
    void theOrderOfRulesDoesNotMatter() {
        Rule hosting = SmallRulebookUnderTest.rule(
                "POWER-01", "Power( largestSiteMw >= 100 )", "support( AI_HOSTING, STRONG );");
        Rule against =
                SmallRulebookUnderTest.rule("POWER-02", "Power( largestSiteMw >= 50 )", "oppose( AI_HOSTING, WEAK );");
        try (DroolsEngine one = SmallRulebookUnderTest.compiled(hosting, against);
                DroolsEngine other = SmallRulebookUnderTest.compiled(against, hosting)) {
            assertThat(score(one.evaluate(SmallRulebookUnderTest.company(site(100)))))
                    .isEqualTo(score(other.evaluate(SmallRulebookUnderTest.company(site(100)))));
        }
    }

    @Test
    void rowsOfTheRegulationTableMatchTheirPlace() {
        Rule texas =
                SmallRulebookUnderTest.rule("REG-US-TX", "Jurisdiction( code == \"US-TX\" )", "grade( MINING, LOW );");
        Rule other =
                SmallRulebookUnderTest.rule("REG-XX", "Jurisdiction( code != \"US-TX\" )", "grade( MINING, HIGH );");
        try (DroolsEngine rules =
                DroolsEngine.of(SmallRulebookUnderTest.contents().with(RuleRole.GRADING, List.of(texas, other)))) {
            assertThat(rules.rowsFor("US-TX")).containsExactly(0);
            assertThat(rules.rowsFor("NO")).containsExactly(1);
        }
    }

    @Test
    void whatTheEngineDoesNotTakeIsRefused() {
        Rule unchecked = SmallRulebookUnderTest.rule("POWER-01", "Power( noSuchField > 1 )", "block( HOLD );");

        assertThatThrownBy(() -> SmallRulebookUnderTest.compiled(unchecked)).isInstanceOf(EngineRefused.class);
    }

    private static Map<String, Answer> site(double megawatts) {
        return Map.of("power.largestSiteMw", new Answer.Number(megawatts));
    }

    private static double score(Findings findings) {
        return findings.standings().get(Strategy.AI_HOSTING).score();
    }
}
