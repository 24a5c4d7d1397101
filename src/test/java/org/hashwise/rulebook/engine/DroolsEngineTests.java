package org.hashwise.rulebook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.drools.modelcompiler.KieBaseBuilder;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRulebookUnderTest;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;

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
    void theRulesThatDecideAndThoseThatDoubtNeverMeet() {
        RulebookContents contents = ShippedRules.contents();
        DroolsEngine undecided = new DroolsEngine(
                () -> {
                    throw new AssertionError("no doubt needs the rules that decide");
                },
                contents,
                FiringLimit.USUAL);

        Situation millions = new RuleInterpreter(contents)
                .situation(Answers.of(Map.of("treasury.cashUsd", new Answer.Number(25))), SmallRules.MARKET_DAY)
                .orElseThrow();

        assertThat(undecided.plausibility().about(millions))
                .map(raised -> raised.rule().id())
                .containsExactly("PLAUS-40");
        assertThat(RuleModel.of(contents).getRules())
                .hasSize(contents.policy().size()
                        + contents.decision().size()
                        + contents.grading().size());
        assertThat(RuleModel.ofDoubts(contents).getRules()).hasSameSizeAs(contents.plausibility());
    }

    @Test
    void aDoubtThatTheEngineDoesNotTakeIsRefusedAsTheRulesAreRead() {
        Rule unchecked =
                SmallRulebookUnderTest.rule("PLAUS-01", "Power( noSuchField > 1 )", "doubt( power.largestSiteMw );");

        assertThatThrownBy(() -> DroolsEngine.of(
                        SmallRulebookUnderTest.contents().with(RuleRole.PLAUSIBILITY, List.of(unchecked))))
                .isInstanceOf(EngineRefused.class);
    }

    @Test
    void whatTheEngineDoesNotTakeIsRefused() {
        Rule unchecked = SmallRulebookUnderTest.rule("POWER-01", "Power( noSuchField > 1 )", "block( HOLD );");

        assertThatThrownBy(() -> SmallRulebookUnderTest.compiled(unchecked)).isInstanceOf(EngineRefused.class);
    }

    @Test
    void aNetworkIsBuiltOnceHoweverManyAskFirst() {
        RulebookContents contents = SmallRulebookUnderTest.contents();
        Situation company = SmallRulebookUnderTest.company(site(100));
        AtomicInteger built = new AtomicInteger();
        DroolsEngine rules = new DroolsEngine(
                () -> {
                    built.incrementAndGet();
                    return network(contents);
                },
                contents,
                FiringLimit.USUAL);

        assertThat(rules.effects()).isNotEmpty();
        assertThat(built).hasValue(0);
        assertThat(IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(number -> rules.evaluate(company).recommended())
                        .distinct())
                .hasSize(1);
        assertThat(built).hasValue(1);
    }

    @Test
    void networksThatAreBuiltAtTheSameTimeDoNotMeet() {
        RulebookContents contents = SmallRulebookUnderTest.contents();
        Situation company = SmallRulebookUnderTest.company(site(100));

        assertThat(IntStream.rangeClosed(1, 200)
                        .parallel()
                        .filter(megawatts -> !DroolsEngine.of(
                                        contents.withThresholds(Map.of("largeSiteMw", (double) megawatts)))
                                .evaluate(company)
                                .effects()
                                .isEmpty()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void aNetworkThatNobodyUsesIsGivenBackWithoutBeingClosed() {
        WeakReference<KieBase> network = used();

        await().until(() -> {
            System.gc();
            return network.refersTo(null);
        });
    }

    private static WeakReference<KieBase> used() {
        RulebookContents contents = SmallRulebookUnderTest.contents();
        KieBase network = network(contents);
        new DroolsEngine(() -> network, contents, FiringLimit.USUAL)
                .evaluate(SmallRulebookUnderTest.company(site(100)));
        return new WeakReference<>(network);
    }

    private static KieBase network(RulebookContents contents) {
        return KieBaseBuilder.createKieBaseFromModel(RuleModel.of(contents));
    }

    private static Map<String, Answer> site(double megawatts) {
        return Map.of("power.largestSiteMw", new Answer.Number(megawatts));
    }

    private static double score(Findings findings) {
        return findings.standings().get(Strategy.AI_HOSTING).score();
    }
}
