package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.analysis.SampleCompanies.RULEBOOK;
import static org.hashwise.analysis.SampleCompanies.SETTINGS;

import java.util.Set;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CounterfactualFinderTests {

    private static final AnalysisSettings SHORT =
            new AnalysisSettings(95, 2_000, 200_000, 250_000, 1, 0.01, 0.5, 20, 3_000);
    private static final CounterfactualFinder FINDER = new CounterfactualFinder(RULEBOOK, SHORT);

    @ParameterizedTest
    @EnumSource
    void theStepsLeadToTheTarget(Strategy target) {
        Situation company = SampleCompanies.of("argo-2025-06");
        Counterfactual change = FINDER.smallest(company, target, Set.of());
        Situation changed = company;
        for (Step step : change.steps()) {
            changed = changed.with(SampleCompanies.position(step.id()), step.to());
        }
        assertThat(RULEBOOK.verdict(changed).strategy() == target).isEqualTo(change.found());
    }

    @Test
    void nothingHasToChangeForWhatIsRecommendedAlready() {
        Situation company = SampleCompanies.of("terawulf-2025-08");
        Counterfactual change =
                FINDER.smallest(company, RULEBOOK.verdict(company).strategy(), Set.of());
        assertThat(change.found()).isTrue();
        assertThat(change.steps()).isEmpty();
    }

    @Test
    void aSingleChangeIsTheNearestFlipToTheTarget() {
        Situation company = SampleCompanies.of("hut8-2024-06");
        Counterfactual change = FINDER.smallest(company, Strategy.DAT, Set.of());
        assertThat(change.steps()).hasSize(1);
        Step step = change.steps().get(0);
        assertThat(new FlipFinder(RULEBOOK).flips(company))
                .anyMatch(flip -> flip.id().equals(step.id()) && flip.at().equals(step.to()));
    }

    @ParameterizedTest
    @EnumSource
    void everyStepIsOneThatAPartyCanMake(Strategy target) {
        for (String id : new String[] {"argo-2025-06", "hut8-2024-06", "cango-2025-03"}) {
            assertThat(FINDER.smallest(SampleCompanies.of(id), target, Set.of()).steps())
                    .allSatisfy(step -> assertThat(RULEBOOK.questionnaire()
                                    .question(step.id())
                                    .orElseThrow()
                                    .moves()
                                    .mover(step.from(), step.to()))
                            .as(step.toString())
                            .contains(step.by()));
        }
    }

    @Test
    void lockedQuestionsStayAsTheyAre() {
        Situation company = SampleCompanies.of("hut8-2024-06");
        Step first = FINDER.smallest(company, Strategy.DAT, Set.of()).steps().get(0);
        assertThat(FINDER.smallest(company, Strategy.DAT, Set.of(first.id())).steps())
                .extracting(Step::id)
                .doesNotContain(first.id());
    }

    @Test
    void whatWasSearchedIsToldWhenNothingIsFound() {
        Situation company = SampleCompanies.of("core-scientific-2022-12");
        Counterfactual change = FINDER.smallest(company, Strategy.DAT, Set.of());
        if (!change.found()) {
            assertThat(change.searched().singles()).isPositive();
            assertThat(change.searched().triples()).isPositive();
        }
    }

    @Test
    void theSameSearchFindsTheSame() {
        Situation company = SampleCompanies.of("mawson-2024-09");
        assertThat(FINDER.smallest(company, Strategy.AI_HOSTING, Set.of()))
                .isEqualTo(new CounterfactualFinder(RULEBOOK, SHORT).smallest(company, Strategy.AI_HOSTING, Set.of()));
        assertThat(SETTINGS.mostTrials()).isGreaterThan(SHORT.mostTrials());
    }
}
