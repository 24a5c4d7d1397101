package org.hashwise.rulebook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.Extent;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.SmallRulebookUnderTest;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;
import org.junit.jupiter.api.Test;

class RankingTests {

    @Test
    void theRecommendedStrategyComesFirstWhateverItsScore() {
        Ranking ranking = ranking("support( DAT, STRONG );");

        assertThat(ranking.strategy()).isEqualTo(Strategy.HOLD);
        assertThat(ranking.standings())
                .map(RankedStrategy::strategy)
                .containsExactly(Strategy.HOLD, Strategy.DAT, Strategy.AI_HOSTING, Strategy.RESTRUCTURE);
    }

    @Test
    void aBlockedStrategyComesAfterTheOpenOnesAndNamesItsBlocker() {
        Ranking ranking = ranking("support( AI_HOSTING, WEAK ); support( DAT, STRONG ); block( DAT );");
        RankedStrategy last = ranking.standings().get(3);

        assertThat(last.strategy()).isEqualTo(Strategy.DAT);
        assertThat(last.viable()).isFalse();
        assertThat(last.blockers()).containsExactly("POWER-01");
        assertThat(last.score()).isEqualTo(3);
    }

    @Test
    void restructuringIsScoredThoughItDoesNotCompete() {
        Ranking ranking = ranking("support( RESTRUCTURE, MEDIUM );");

        assertThat(ranking.standings())
                .filteredOn(standing -> standing.strategy() == Strategy.RESTRUCTURE)
                .map(RankedStrategy::score)
                .containsExactly(2.0);
    }

    @Test
    void hostingWithoutAnExtentIsPartial() {
        assertThat(ranking("support( AI_HOSTING, WEAK );").extent()).isEqualTo(Extent.PARTIAL);
        assertThat(ranking("support( DAT, WEAK );").extent()).isNull();
    }

    @Test
    void withoutADecisionThereIsNoRanking() {
        RulebookContents undeciding = SmallRulebookUnderTest.contents().with(RuleRole.DECISION, List.of());
        try (DroolsEngine rules = DroolsEngine.of(undeciding)) {
            Findings undecided = rules.evaluate(SmallRulebookUnderTest.company(Map.of()));

            assertThatThrownBy(() -> Ranking.of(undecided)).isInstanceOf(IllegalStateException.class);
        }
    }

    private static Ranking ranking(String consequences) {
        Rule rule = SmallRulebookUnderTest.rule("POWER-01", "Power( largestSiteMw >= 100 )", consequences);
        try (DroolsEngine rules = SmallRulebookUnderTest.compiled(rule)) {
            return Ranking.of(rules.evaluate(
                    SmallRulebookUnderTest.company(Map.of("power.largestSiteMw", new Answer.Number(100)))));
        }
    }
}
