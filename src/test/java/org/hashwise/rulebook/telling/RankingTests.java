package org.hashwise.rulebook.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Standing;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.SmallTrial;
import org.hashwise.rulebook.engine.CompiledRules;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.RuleSet;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.trial.TrialSubject;
import org.junit.jupiter.api.Test;

class RankingTests {

    @Test
    void theRecommendedStrategyComesFirstWhateverItsScore() {
        Ranking ranking = ranking("support( DAT, STRONG );");

        assertThat(ranking.strategy()).isEqualTo(Strategy.HOLD);
        assertThat(ranking.standings())
                .map(Standing::strategy)
                .containsExactly(Strategy.HOLD, Strategy.DAT, Strategy.AI_HOSTING, Strategy.RESTRUCTURE);
    }

    @Test
    void aBlockedStrategyComesAfterTheOpenOnesAndNamesItsBlocker() {
        Ranking ranking = ranking("support( AI_HOSTING, WEAK ); support( DAT, STRONG ); block( DAT );");
        Standing last = ranking.standings().get(3);

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
                .map(Standing::score)
                .containsExactly(2.0);
    }

    @Test
    void hostingWithoutAnExtentIsPartial() {
        assertThat(ranking("support( AI_HOSTING, WEAK );").extent()).isEqualTo(Extent.PARTIAL);
        assertThat(ranking("support( DAT, WEAK );").extent()).isNull();
    }

    @Test
    void withoutADecisionThereIsNoRanking() {
        TrialSubject subject = SmallTrial.subject();
        try (CompiledRules rules =
                CompiledRules.of(subject.questionnaire(), RuleSet.ofProbes(List.of(), subject.thresholds()))) {
            Findings undecided = rules.evaluate(SmallTrial.company(Map.of()));

            assertThatThrownBy(() -> Ranking.of(undecided)).isInstanceOf(IllegalStateException.class);
        }
    }

    private static Ranking ranking(String consequences) {
        Rule rule = SmallTrial.rule("POWER-01", "Power( largestSiteMw >= 100 )", consequences);
        try (CompiledRules rules = SmallTrial.compiled(rule)) {
            return Ranking.of(
                    rules.evaluate(SmallTrial.company(Map.of("power.largestSiteMw", new Answer.Number(100)))));
        }
    }
}
