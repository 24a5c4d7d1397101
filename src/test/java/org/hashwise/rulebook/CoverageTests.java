package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashwise.rulebook.model.Coverage;
import org.hashwise.rulebook.model.Coverage.RuleCoverage;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Test;

class CoverageTests {

    @Test
    void theCasesOfTheShippedRulesShowEveryRuleFiringAndSilent() {
        Coverage coverage = new SelfTest(ShippedRules.rulebook()).coverage();

        System.out.printf(
                "Coverage: %d of %d rules are shown completely, %d of %d conditions%n",
                coverage.rules().size() - coverage.gaps().size(),
                coverage.rules().size(),
                coverage.completeConditions(),
                coverage.conditions());
        assertThat(coverage.rules()).allMatch(rule -> rule.firing() > 0 && rule.silent() > 0);
        assertThat((double) coverage.completeConditions() / coverage.conditions())
                .as("%s", coverage.gaps())
                .isGreaterThan(0.95);
    }

    @Test
    void aConditionThatNoCaseMakesFalseIsAGap() {
        RulebookFiles files = SmallRules.edition(100);
        String rule = files.text(SmallRules.RULE).replace("Power( largest", "Power( energizedMw >= 0.001, largest");
        Rulebook rulebook = RulebookReader.read(
                files.with(SmallRules.RULE, rule.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        Coverage coverage = new SelfTest(rulebook).coverage();

        RuleCoverage gap = coverage.gaps().stream()
                .filter(each -> each.rule().equals("POWER-01"))
                .findFirst()
                .orElseThrow();
        assertThat(gap.conditions().get(0).text()).isEqualTo("Power( energizedMw >= 0.001 )");
        assertThat(gap.conditions().get(0).fails()).isZero();
        assertThat(gap.conditions().get(0).holds()).isPositive();
        assertThat(gap.conditions().get(1).isComplete()).isTrue();
    }
}
