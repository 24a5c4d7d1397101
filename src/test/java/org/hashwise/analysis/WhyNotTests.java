package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.analysis.SampleCompanies.RULEBOOK;

import org.hashwise.advice.RuleReading;
import org.hashwise.advice.RuleReading.Relation;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Language;
import org.junit.jupiter.api.Test;

class WhyNotTests {

    private static final WhyNot WHY_NOT = new WhyNot(RULEBOOK);

    @Test
    void aConditionThatFailedSaysByHowMuchAndWhatWouldDo() {
        double large = SampleCompanies.threshold("largeSiteMw");
        Situation small = SampleCompanies.with(SampleCompanies.unknown(), "power.largestSiteMw", large - 40);
        RuleReading reading = WHY_NOT.rule("POWER-01", small, Language.EN).orElseThrow();
        assertThat(reading.fires()).isFalse();
        RuleReading.ConditionReading condition = reading.conditions().get(0);
        assertThat(condition.held()).isFalse();
        assertThat(condition.reads()).containsEntry("power.largestSiteMw", large - 40);
        assertThat(condition.need()).isEqualTo(new RuleReading.Need(Relation.AT_LEAST, large));
        assertThat(condition.missedBy()).isEqualTo(40);
    }

    @Test
    void meetingWhatWasMissedMakesTheRuleFire() {
        double enough = SampleCompanies.threshold("largeSiteMw");
        Situation large = SampleCompanies.with(SampleCompanies.unknown(), "power.largestSiteMw", enough);
        assertThat(WHY_NOT.rule("POWER-01", large, Language.EN).orElseThrow().fires())
                .isTrue();
    }

    @Test
    void noRuleFiresWhoseConditionsAreNotMet() {
        for (int number = 0; number < 20; number++) {
            for (RuleReading reading : RULEBOOK.readings(SampleCompanies.plausible(number), Language.EN)) {
                boolean possible = reading.conditions().stream().allMatch(each -> each.met() || each.alternative());
                boolean certain = reading.unmet().isEmpty();
                assertThat(reading.fires() && !possible).as(reading.rule().id()).isFalse();
                assertThat(certain && !reading.fires()).as(reading.rule().id()).isFalse();
            }
        }
    }

    @Test
    void aRuleThatDoesNotExistIsNotExplained() {
        assertThat(WHY_NOT.rule("POWER-99", SampleCompanies.unknown(), Language.EN))
                .isEmpty();
    }

    private static StrategyCase strategy(Strategy strategy, Situation company, Language language) {
        return WHY_NOT.strategy(strategy, company, RULEBOOK.advise(company, language));
    }

    @Test
    void theStrongestEvidenceAgainstGoesFirst() {
        StrategyCase made = strategy(Strategy.HOLD, SampleCompanies.of("terawulf-2025-08"), Language.FR);
        assertThat(made.against()).isSortedAccordingTo((one, other) -> other.strength() - one.strength());
        assertThat(made.lacking())
                .allMatch(reading -> !reading.fires()
                        && reading.wouldSupport(Strategy.HOLD)
                        && reading.unmet().size() == 1);
    }

    @Test
    void theCarrierIsAnAssumptionWhoseChangeOverturnsTheRecommendation() {
        Situation company = SampleCompanies.of("hut8-2024-06");
        Flip carrier = strategy(Strategy.DAT, company, Language.EN).carrier();
        assertThat(carrier).isNotNull();
        assertThat(carrier.assumed()).isTrue();
        assertThat(RULEBOOK.verdict(company.with(SampleCompanies.position(carrier.id()), carrier.at()))
                        .strategy())
                .isEqualTo(carrier.to());
    }
}
