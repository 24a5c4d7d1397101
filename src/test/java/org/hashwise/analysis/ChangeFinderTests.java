package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.analysis.Companies.RULEBOOK;
import static org.hashwise.analysis.Companies.SETTINGS;

import java.util.Set;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeFinderTests {

    private static final Settings SHORT = new Settings(95, 2_000, 200_000, 250_000, 1, 0.01, 0.5, 20, 3_000);
    private static final ChangeFinder FINDER = new ChangeFinder(RULEBOOK, SHORT);

    @ParameterizedTest
    @EnumSource
    void theStepsLeadToTheTarget(Strategy target) {
        Situation company = Companies.of("argo-2025-06");
        Change change = FINDER.smallest(company, target, Set.of());
        Situation changed = company;
        for (Step step : change.steps()) {
            changed = changed.with(Companies.position(step.id()), step.to());
        }
        assertThat(RULEBOOK.verdict(changed).strategy() == target).isEqualTo(change.found());
    }

    @Test
    void nothingHasToChangeForWhatIsRecommendedAlready() {
        Situation company = Companies.of("terawulf-2025-08");
        Change change = FINDER.smallest(company, RULEBOOK.verdict(company).strategy(), Set.of());
        assertThat(change.found()).isTrue();
        assertThat(change.steps()).isEmpty();
    }

    @Test
    void aSingleChangeIsTheNearestFlipToTheTarget() {
        Situation company = Companies.of("hut8-2024-06");
        Change change = FINDER.smallest(company, Strategy.DAT, Set.of());
        assertThat(change.steps()).hasSize(1);
        Step step = change.steps().get(0);
        assertThat(new FlipFinder(RULEBOOK).flips(company))
                .anyMatch(flip -> flip.id().equals(step.id()) && flip.at().equals(step.to()));
    }

    @Test
    void lockedQuestionsStayAsTheyAre() {
        Situation company = Companies.of("hut8-2024-06");
        Step first = FINDER.smallest(company, Strategy.DAT, Set.of()).steps().get(0);
        assertThat(FINDER.smallest(company, Strategy.DAT, Set.of(first.id())).steps())
                .extracting(Step::id)
                .doesNotContain(first.id());
    }

    @Test
    void whatWasSearchedIsToldWhenNothingIsFound() {
        Situation company = Companies.of("core-scientific-2022-12");
        Change change = FINDER.smallest(company, Strategy.DAT, Set.of());
        if (!change.found()) {
            assertThat(change.searched().singles()).isPositive();
            assertThat(change.searched().triples()).isPositive();
        }
    }

    @Test
    void theSameSearchFindsTheSame() {
        Situation company = Companies.of("mawson-2024-09");
        assertThat(FINDER.smallest(company, Strategy.AI_HOSTING, Set.of()))
                .isEqualTo(new ChangeFinder(RULEBOOK, SHORT).smallest(company, Strategy.AI_HOSTING, Set.of()));
        assertThat(SETTINGS.mostTrials()).isGreaterThan(SHORT.mostTrials());
    }
}
