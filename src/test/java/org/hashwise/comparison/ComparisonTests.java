package org.hashwise.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.VerdictSummary;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Test;

/** Differences between the advice of two rulebooks. */
class ComparisonTests {

    private static final int COMPANIES = 400;
    private static final VerdictSummary HOLD = new VerdictSummary(Strategy.HOLD, null);
    private static final VerdictSummary HOSTING = new VerdictSummary(Strategy.AI_HOSTING, Extent.PARTIAL);

    @Test
    void theSameRulebookChangesNothing() {
        RulebookComparison comparison = compare(SmallRules.edition(100), SmallRules.edition(100));

        assertThat(comparison.changed()).isZero();
        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.rules()).isEmpty();
        assertThat(comparison.caseChanges()).isEmpty();
        assertThat(total(comparison)).isEqualTo(COMPANIES);
    }

    @Test
    void aRaisedThresholdChangesTheCompaniesInBetween() {
        RulebookComparison comparison = compare(SmallRules.edition(100), SmallRules.edition(199));

        assertThat(comparison.changes()).hasSize(1);
        RulebookChange change = comparison.changes().get(0);
        assertThat(change.flip()).isEqualTo(new Transition(HOSTING, HOLD));
        assertThat(change.companies()).isEqualTo(comparison.changed()).isPositive();
        assertThat(comparison.matrix()).containsEntry(change.flip(), change.companies());
        assertThat(comparison.matrix().keySet())
                .contains(new Transition(HOSTING, HOSTING), new Transition(HOLD, HOLD))
                .doesNotContain(new Transition(HOLD, HOSTING));
        assertThat(total(comparison)).isEqualTo(COMPANIES);
    }

    @Test
    void theRuleThatMakesTheDifferenceIsNamedWithWhatItSaysBeforeAndAfter() {
        RulebookComparison comparison = compare(SmallRules.edition(100), SmallRules.edition(199));

        assertThat(comparison.rules())
                .containsExactly(new RulebookComparison.RuleCount("POWER-01", comparison.changed()));
        assertThat(comparison.changes().get(0).example().verdicts().differences())
                .containsExactly(
                        new RuleDifference("POWER-01", false, List.of("support( AI_HOSTING, MEDIUM )"), List.of()));
    }

    @Test
    void anExampleKeepsOnlyTheAnswersThatMatter() {
        RulebookComparison comparison = compare(SmallRules.edition(100), SmallRules.edition(199));

        Answers answers = comparison.changes().get(0).example().answers();
        assertThat(answers.byId()).hasSizeLessThanOrEqualTo(1);
        ComparedRulebook before = comparison.before();
        double megawatts = before.situation(answers, SmallRules.MARKET_DAY).number("power.largestSiteMw");
        assertThat(megawatts).isBetween(100.0, 199.0);
    }

    @Test
    void aRuleThatDecidesIsNamedWhenTheEvidenceIsTheSame() {
        RulebookFiles before = SmallRules.edition(100);
        String recommendation = "policy/recommendation/recommendation.drl";
        String never = before.text(recommendation).replace("score > 0", "score > 50");
        RulebookComparison comparison =
                compare(before, before.with(recommendation, never.getBytes(StandardCharsets.UTF_8)));

        assertThat(comparison.changes())
                .extracting(RulebookChange::flip)
                .containsExactly(new Transition(HOSTING, HOLD));
        assertThat(comparison.rules())
                .extracting(RulebookComparison.RuleCount::rule)
                .containsExactly("REC-02", "REC-03");
    }

    @Test
    void companiesOfTheCasebookThatChangeAreListedWithBeforeAndAfter() {
        RulebookFiles shipped = ShippedRules.files();
        RulebookFiles changed = shipped;
        for (String file : shipped.paths("policy", ".drl")) {
            String weaker = shipped.text(file).replace("support( AI_HOSTING", "oppose( AI_HOSTING");
            changed = changed.with(file, weaker.getBytes(StandardCharsets.UTF_8));
        }
        RulebookComparison comparison =
                RulebookComparison.of(side("before", shipped), side("after", changed), 1, () -> {});

        assertThat(comparison.cases()).isEqualTo(ShippedRules.rulebook().cases().size());
        assertThat(comparison.caseChanges()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.verdicts().flip().isChange()).isTrue();
            assertThat(change.verdicts().flip().before())
                    .isEqualTo(
                            VerdictSummary.of(ShippedRules.rulebook().verdict(ShippedRules.situation(change.study()))));
            assertThat(change.verdicts().differences()).isNotEmpty();
        });
        assertThat(comparison.after().failingCases()).isNotEmpty();
    }

    @Test
    void answersThatTheOtherRulebookDoesNotTakeAreAssumedThere() {
        ComparedRulebook side = side("small", SmallRules.edition(100));
        var situation = side.situation(
                Answers.of(Map.of(
                        "power.contract", new Answer.Choice("BARTER"),
                        "power.priceUsdPerKwh", new Answer.Number(7),
                        "mining.hashrateEh", new Answer.YesNo(true),
                        "power.windSpeed", new Answer.Number(12),
                        "power.largestSiteMw", new Answer.Number(150))),
                SmallRules.MARKET_DAY);

        assertThat(situation.answers().byId()).containsOnlyKeys("power.largestSiteMw");
    }

    private static int total(RulebookComparison comparison) {
        return comparison.matrix().values().stream().mapToInt(Integer::intValue).sum();
    }

    private static RulebookComparison compare(RulebookFiles before, RulebookFiles after) {
        return RulebookComparison.of(side("before", before), side("after", after), COMPANIES, () -> {});
    }

    private static ComparedRulebook side(String name, RulebookFiles files) {
        return new ComparedRulebook(name, RulebookReader.interpret(files));
    }
}
