package org.hashwise.rulebook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRulebookUnderTest;
import org.junit.jupiter.api.Test;

/** Our language cannot loop, so the loop is written in the engine's own. */
class RunawayRulesTests {

    private static final String LOOP = """
            package org.hashwise.policy;
            import org.hashwise.rulebook.engine.Ballot;
            import org.hashwise.rulebook.engine.RecommendedFact;
            global org.hashwise.rulebook.engine.Findings findings;
            rule "START-01" when Ballot() then insert( findings.recommend( 0, "HOLD" ) ); end
            rule "LOOP-01" when RecommendedFact( strategy == "HOLD" ) then insert( findings.recommend( 1, "HOLD" ) ); end
            rule "CALM-01" when Ballot() then findings.combine( 2, "DAT" ); end
            """;

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Situation situation =
            ShippedRules.situation(ShippedRules.rulebook().cases().get(0));

    private CompiledRules looping(FiringLimit bound) {
        var container = Compilation.of(FactClassGenerator.of(situation.questionnaire()), LOOP);
        return new CompiledRules(container, SmallRulebookUnderTest.contents(), bound);
    }

    @Test
    void aLoopStopsAtTheBoundOfFiringsAndNamesItsRule() {
        try (CompiledRules rules = looping(new FiringLimit(2_000, LONG))) {
            assertThatExceptionOfType(EvaluationStopped.class)
                    .isThrownBy(() -> rules.evaluate(situation))
                    .extracting(EvaluationStopped::rule)
                    .isEqualTo("LOOP-01");
        }
    }

    @Test
    void aLoopStopsAtTheBoundOfTime() {
        try (CompiledRules rules = looping(new FiringLimit(Integer.MAX_VALUE, Duration.ofMillis(50)))) {
            assertThatExceptionOfType(EvaluationStopped.class)
                    .isThrownBy(() -> rules.evaluate(situation))
                    .extracting(EvaluationStopped::rule)
                    .isEqualTo("LOOP-01");
        }
    }

    @Test
    void theNextEvaluationIsNotHarmed() {
        try (CompiledRules rules = looping(new FiringLimit(2_000, LONG))) {
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
