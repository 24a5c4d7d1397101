package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.model.Robustness;
import org.hashwise.rulebook.model.Robustness.Company;
import org.hashwise.rulebook.model.Robustness.PivotalRule;
import org.hashwise.rulebook.model.Robustness.SupportingRule;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Test;

/** Sensitivity of the advice for real companies, on a rulebook whose only rule hosts from 100 MW on. */
class RobustnessTests {

    private static final String DECISION = "policy/recommendation/recommendation.drl";
    private static final String PARAMETERS = "parameters/power-access.yaml";

    @Test
    void theNearestThresholdAndTheRuleThatTurnTheAdviceAreNamed() {
        Company company = only(SmallRules.withCompany(SmallRules.edition(100), "near", 110, "AI_HOSTING"));

        assertThat(company.agrees()).isTrue();
        assertThat(company.advised()).isEqualTo(Strategy.AI_HOSTING);
        assertThat(company.support()).containsExactly(new SupportingRule("POWER-01", SmallRules.strength(100)));
        assertThat(company.thresholdChanges()).singleElement().satisfies(change -> {
            assertThat(change.threshold()).isEqualTo("largeSiteMw");
            assertThat(change.value()).isEqualTo(100);
            assertThat(change.changesAt()).isGreaterThan(110).isLessThanOrEqualTo(110.1);
            assertThat(change.changePercent()).isBetween(10.0, 10.1);
            assertThat(change.becomes()).isEqualTo(Strategy.HOLD);
            assertThat(change.rules()).containsExactly("POWER-01");
        });
        assertThat(company.pivotalRules()).containsExactly(new PivotalRule("POWER-01", Strategy.HOLD));
    }

    @Test
    void aThresholdIsFollowedDownwardsToo() {
        Company company = only(SmallRules.withCompany(SmallRules.edition(100), "below", 80, "HOLD"));

        assertThat(company.thresholdChanges()).singleElement().satisfies(change -> {
            assertThat(change.changesAt()).isBetween(79.9, 80.0);
            assertThat(change.changePercent()).isBetween(-20.1, -20.0);
            assertThat(change.becomes()).isEqualTo(Strategy.AI_HOSTING);
        });
        assertThat(company.pivotalRules()).isEmpty();
    }

    /** Evenly spread from 80 to 120 MW, three quarters of the drawn thresholds are at most 110 MW. */
    @Test
    void theShareOfDrawsThatAgreeIsThatOfAUniformSpread() {
        Company near = only(SmallRules.withCompany(SmallRules.edition(100), "near", 110, "AI_HOSTING"));
        Company far = only(SmallRules.withCompany(SmallRules.edition(100), "far", 125, "AI_HOSTING"));
        Company wrong = only(SmallRules.withCompany(SmallRules.edition(100), "near", 110, "HOLD"));

        assertThat(near.agreeingDrawsPercent()).isBetween(70.0, 80.0);
        assertThat(far.agreeingDrawsPercent()).isEqualTo(100);
        assertThat(wrong.agreeingDrawsPercent()).isEqualTo(100 - near.agreeingDrawsPercent());
    }

    @Test
    void onlyCompaniesThatAgreeAndAreWellSourcedCountForTheTotals() {
        RulebookFiles files = SmallRules.withCompany(SmallRules.edition(100), "near", 110, "AI_HOSTING");
        files = SmallRules.withCompany(files, "far", 9000, "AI_HOSTING");
        files = SmallRules.withCompany(files, "wrong", 9000, "HOLD");
        files = SmallRules.withCompany(files, "special", 9000, "AI_HOSTING");
        String file = "casebook/special-2025-11.yaml";
        String special = files.text(file).replace("quality: A", "quality: C");
        files = files.with(file, special.getBytes(StandardCharsets.UTF_8));

        Robustness robustness = robustness(files);

        assertThat(robustness.companies()).hasSize(4);
        assertThat(robustness.counted()).hasSize(3);
        assertThat(robustness.agreementPercent()).isEqualTo(66.7);
        assertThat(robustness.robust()).extracting(Company::id).containsExactly("far-2025-11");
        assertThat(robustness.robustPercent()).isEqualTo(50);
    }

    /** Half of the factors from 0.8 to 1.2 would ask for more than one argument, and there is no such number. */
    @Test
    void aThresholdOfWholeNumbersTakesWholeValues() {
        RulebookFiles files = SmallRules.withCompany(SmallRules.edition(100), "far", 9000, "AI_HOSTING");
        String enough = files.text(PARAMETERS)
                + "  - name: enoughArguments\n    value: 1\n    unit: arguments\n"
                + "    kind: whole\n    range: [1, 10]\n    step: 1\n"
                + "    meaning: { en: \"Enough from here.\", fr: \"Assez à partir d'ici.\" }\n"
                + "    source: \"judgement: a sample\"\n    date: 2025-01-01\n    reviewBy: 2030-01-01\n";
        String counted = "accumulate( Evidence( strategy == \"AI_HOSTING\", points > 0 ); $found : count(); $found %s "
                + "Thresholds.enoughArguments )";
        String decision = files.text(DECISION)
                .replace("    not Standing( strategy == \"AI_HOSTING\", score > 0 )", "    " + counted.formatted("<"))
                .replace("    Standing( strategy == \"AI_HOSTING\", score > 0 )", "    " + counted.formatted(">="));
        files = files.with(PARAMETERS, enough.getBytes(StandardCharsets.UTF_8))
                .with(DECISION, decision.getBytes(StandardCharsets.UTF_8));

        Company company = only(files);

        assertThat(company.advised()).isEqualTo(Strategy.AI_HOSTING);
        assertThat(company.agreeingDrawsPercent()).isEqualTo(100);
        assertThat(company.thresholdChanges()).isEmpty();
    }

    /** Without its range it would change the advice at 110 MW, and in a quarter of the draws. */
    @Test
    void aThresholdStaysInItsRange() {
        RulebookFiles files = SmallRules.withCompany(SmallRules.edition(100), "near", 110, "AI_HOSTING");
        String bounded = files.text(PARAMETERS)
                .replace("    unit: MW\n", "    unit: MW\n    kind: number\n    range: [50, 109]\n    step: 1\n");
        Company company = only(files.with(PARAMETERS, bounded.getBytes(StandardCharsets.UTF_8)));

        assertThat(company.agreeingDrawsPercent()).isEqualTo(100);
        assertThat(company.thresholdChanges()).isEmpty();
    }

    @Test
    void theSameRulesGiveTheSameNumbers() {
        RulebookFiles files = SmallRules.withCompany(SmallRules.edition(100), "near", 101, "AI_HOSTING");

        assertThat(robustness(files)).isEqualTo(robustness(files));
    }

    private static Robustness robustness(RulebookFiles files) {
        return new SelfTest(RulebookReader.interpret(files)).robustness();
    }

    private static Company only(RulebookFiles files) {
        return robustness(files).companies().get(0);
    }
}
