package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashwise.advice.Situation;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.language.SampleRule;
import org.hashwise.rulebook.testing.AgreementCheck;
import org.junit.jupiter.api.Test;

/** When bytecode decides, and when the rule engine goes on. */
class BulkVerdictsTests {

    private static final AgreementCheck CHECK = AgreementCheck.full(SmallRulebookUnderTest.engine());

    private final RulebookContents contents = SmallRulebookUnderTest.contents();

    @Test
    void bytecodeDecidesOnceItAgreesWithTheEngine() {
        BulkVerdicts bulk = new BulkVerdicts("edition");
        assertThat(bulk.source()).isEqualTo(VerdictSource.UNVERIFIED);
        assertThat(bulk.evaluator()).isEmpty();

        bulk.verify(contents, CHECK, () -> false);

        assertThat(bulk.source()).isEqualTo(VerdictSource.BYTECODE);
        assertThat(bulk.evaluator()).isPresent();
    }

    @Test
    void aRuleThatDiffersIsFoundAndTheEngineDecidesAlone() {
        RulebookContents changed = contents.withThresholds(contents.thresholds().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() + 1)));
        BulkVerdicts bulk = new BulkVerdicts("edition");

        bulk.verify(changed, CHECK, () -> false);

        assertThat(bulk.source()).isEqualTo(VerdictSource.ENGINE);
        assertThat(bulk.evaluator()).isEmpty();
    }

    @Test
    void aRuleThatIsMissingFromTheShippedPolicyIsFound() {
        List<Rule> fewer = new ArrayList<>(ShippedRules.contents().policy());
        fewer.removeIf(rule -> rule.id().equals("DISTRESS-06"));
        BulkVerdicts bulk = new BulkVerdicts("edition");

        bulk.verify(
                ShippedRules.contents().with(RuleRole.POLICY, fewer),
                AgreementCheck.full(ShippedRules.engine()),
                () -> false);

        assertThat(bulk.source()).isEqualTo(VerdictSource.ENGINE);
    }

    @Test
    void aRuleWithoutBytecodeLeavesTheEngineToDecide() {
        List<Rule> decision = new ArrayList<>(contents.decision());
        decision.add(SampleRule.when("Standing( viable == false )", "recommend( DAT );"));
        BulkVerdicts bulk = new BulkVerdicts("edition");

        bulk.verify(contents.with(RuleRole.DECISION, decision), CHECK, () -> false);

        assertThat(bulk.source()).isEqualTo(VerdictSource.ENGINE);
    }

    @Test
    void rulesWithMoreFactsThanBytecodeHoldsLeaveTheEngineToDecide() {
        List<Rule> decision = new ArrayList<>(contents.decision());
        decision.add(SampleRule.when(
                "Candidate( $a : strategy )\n" + "Candidate()\n".repeat(3)
                        + "accumulate( Evidence( strength > 3, $p : points ); $sum : sum( $p ); $sum == 0 )",
                "score( $a, $sum, VIABLE );"));
        BulkVerdicts bulk = new BulkVerdicts("edition");

        bulk.verify(contents.with(RuleRole.DECISION, decision), CHECK, () -> false);

        assertThat(bulk.source()).isEqualTo(VerdictSource.ENGINE);
    }

    @Test
    void anEditionThatIsNoLongerUsedIsNotVerified() {
        BulkVerdicts bulk = new BulkVerdicts("edition");

        bulk.verify(contents, CHECK, () -> true);

        assertThat(bulk.source()).isEqualTo(VerdictSource.UNVERIFIED);
    }

    @Test
    void aRulebookDecidesTheSameBeforeAndAfterItsVerification() {
        Situation company = SmallRulebookUnderTest.company(Map.of("power.largestSiteMw", new Answer.Number(9000)));
        try (Rulebook rulebook = RulebookReader.read(SmallRules.edition(100))) {
            VerdictEvaluator before = rulebook.evaluator();
            rulebook.verifyBytecode(() -> false);
            VerdictEvaluator after = rulebook.evaluator();
            before.evaluate(company);
            after.evaluate(company);

            assertThat(rulebook.verdictSource()).isEqualTo(VerdictSource.BYTECODE);
            assertThat(after.verdict()).isEqualTo(before.verdict()).isEqualTo(rulebook.verdict(company));
            assertThat(after.margin()).isEqualTo(before.margin());
        }
    }
}
