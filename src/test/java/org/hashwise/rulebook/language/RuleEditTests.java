package org.hashwise.rulebook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.hashwise.rulebook.model.Position;
import org.junit.jupiter.api.Test;

class RuleEditTests {

    @Test
    void oneConstraintIsLeftOut() {
        Rule rule = SampleRule.when("Power( energizedMw > 1, pipelineMw > 2 )");

        assertThat(conditions(RuleEdit.drop(rule, atom(rule, 0)))).isEqualTo("Power( pipelineMw > 2 )");
    }

    @Test
    void oneConditionIsLeftOut() {
        Rule rule = SampleRule.when("Power( energizedMw > 1 )\nBoard( horizonMonths < 12 )");

        assertThat(conditions(RuleEdit.drop(rule, rule.conditions().get(0)))).isEqualTo("Board( horizonMonths < 12 )");
    }

    @Test
    void theOtherSideOfAJunctionStays() {
        Rule rule = SampleRule.when("Power( energizedMw > 1 || pipelineMw > 2 )");

        assertThat(conditions(RuleEdit.drop(rule, atom(rule, 0)))).isEqualTo("Power( pipelineMw > 2 )");
    }

    @Test
    void theLastAlternativeStandsAlone() {
        Rule rule = SampleRule.when("( Power( energizedMw > 1 ) or Board( horizonMonths < 12 ) )");
        Condition first = rule.conditions().get(0).parts().get(0);

        assertThat(conditions(RuleEdit.drop(rule, first))).isEqualTo("Board( horizonMonths < 12 )");
    }

    @Test
    void aThresholdIsExchangedWhereverItStands() {
        Rule rule = SampleRule.when("not Power( !( energizedMw > pipelineMw * Thresholds.largeSiteMw ) )");
        Expression[] threshold = new Expression[1];
        rule.walk(condition -> {
            if (condition instanceof Condition.Pattern pattern) {
                pattern.constraints()
                        .forEach(each -> each.walk(part -> {
                            if (part instanceof Expression.Threshold) {
                                threshold[0] = part;
                            }
                        }));
            }
        });

        Rule changed = RuleEdit.replace(rule, threshold[0], new Expression.NumberValue(7, Position.of("sample.drl")));

        assertThat(conditions(changed)).isEqualTo("not Power( !( energizedMw > ( pipelineMw * 7 ) ) )");
    }

    @Test
    void partsThatReadTheSameAreTwo() {
        Rule rule = SampleRule.when("Power( energizedMw > 1, energizedMw > 1 )");

        assertThat(conditions(RuleEdit.drop(rule, atom(rule, 1)))).isEqualTo("Power( energizedMw > 1 )");
    }

    private static Expression atom(Rule rule, int index) {
        return Atom.in(rule).get(index).expression();
    }

    private static String conditions(Rule rule) {
        return rule.conditions().stream().map(ExpressionText::of).collect(Collectors.joining("\n"));
    }
}
