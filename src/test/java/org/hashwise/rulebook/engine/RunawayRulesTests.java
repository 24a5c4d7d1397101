package org.hashwise.rulebook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.drools.model.DSL;
import org.drools.model.PatternDSL;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRulebookUnderTest;
import org.junit.jupiter.api.Test;

/** The rule language cannot loop, so the loop is written in the model of the engine. */
class RunawayRulesTests {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Situation situation =
            ShippedRules.situation(ShippedRules.rulebook().cases().get(0));

    private static DroolsEngine looping(FiringLimit bound) {
        var findings = DSL.globalOf(Findings.class, RuleModel.PACKAGE, RuleModel.FINDINGS);
        var model = new ModelImpl(RuleModel.PACKAGE)
                .withGlobals(List.of(findings))
                .withRules(List.of(
                        PatternDSL.rule(RuleModel.PACKAGE, "START-01")
                                .build(
                                        PatternDSL.pattern(DSL.declarationOf(Ballot.class)),
                                        DSL.on(findings)
                                                .execute((drools, found) -> drools.insert(found.recommend(0, "HOLD")))),
                        PatternDSL.rule(RuleModel.PACKAGE, "LOOP-01")
                                .build(
                                        PatternDSL.pattern(DSL.declarationOf(RecommendedFact.class)),
                                        DSL.on(findings)
                                                .execute((drools, found) -> drools.insert(found.recommend(1, "HOLD")))),
                        PatternDSL.rule(RuleModel.PACKAGE, "CALM-01")
                                .build(
                                        PatternDSL.pattern(DSL.declarationOf(Ballot.class)),
                                        DSL.on(findings).execute(found -> found.combine(2, "DAT")))));
        return new DroolsEngine(
                () -> KieBaseBuilder.createKieBaseFromModel(model), SmallRulebookUnderTest.contents(), bound);
    }

    @Test
    void aLoopStopsAtTheBoundOfFiringsAndNamesItsRule() {
        try (DroolsEngine rules = looping(new FiringLimit(2_000, LONG))) {
            assertThatExceptionOfType(EvaluationStopped.class)
                    .isThrownBy(() -> rules.evaluate(situation))
                    .extracting(EvaluationStopped::rule)
                    .isEqualTo("LOOP-01");
        }
    }

    @Test
    void aLoopStopsAtTheBoundOfTime() {
        try (DroolsEngine rules = looping(new FiringLimit(Integer.MAX_VALUE, Duration.ofMillis(50)))) {
            assertThatExceptionOfType(EvaluationStopped.class)
                    .isThrownBy(() -> rules.evaluate(situation))
                    .extracting(EvaluationStopped::rule)
                    .isEqualTo("LOOP-01");
        }
    }

    @Test
    void theNextEvaluationIsNotHarmed() {
        try (DroolsEngine rules = looping(new FiringLimit(2_000, LONG))) {
            for (int i = 0; i < 3; i++) {
                assertThatExceptionOfType(EvaluationStopped.class).isThrownBy(() -> rules.evaluate(situation));
            }
            assertThat(rules.rowsFor("US-NY")).isEmpty();
        }
    }

    @Test
    void usualEvaluationsStayFarFromTheBound() {
        assertThat(ShippedRules.rulebook().verdict(situation)).isNotNull();
        assertThat(FiringLimit.USUAL.firings())
                .isGreaterThan(20 * ShippedRules.rulebook().rules(Language.EN).size());
    }
}
