package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.Contribution;
import org.hashwise.rulebook.model.RulebookProblem;
import org.junit.jupiter.api.Test;

/** Interpreted rules decide as Drools does. */
class InterpretedRulebookTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final Rulebook INTERPRETED = RulebookReader.interpret(ShippedRules.files());

    @Test
    void companiesOfTheCasebookGetTheSameVerdict() {
        for (CaseStudy study : RULEBOOK.cases()) {
            assertSame(study.id(), ShippedRules.situation(study));
        }
    }

    @Test
    void drawnCompaniesGetTheSameVerdict() {
        MarketSnapshot market = RULEBOOK.markets().newest().orElseThrow();
        Sampler companies = new Sampler(
                RULEBOOK.questionnaire(), market, RULEBOOK.jurisdictions(), market.asOf(), Answers.none(), Map.of(), 7);
        for (int number = 0; number < 500; number++) {
            assertSame("company " + number, companies.company(number));
        }
    }

    @Test
    void theEditionIsThatOfTheSameFiles() {
        assertThat(INTERPRETED.edition()).isEqualTo(RULEBOOK.edition());
        assertThat(INTERPRETED.problems()).allMatch(problem -> problem.severity() == RulebookProblem.Severity.WARNING);
    }

    @Test
    void eachRuleThatFiresIsNamedWithItsConsequences() {
        Rulebook small = RulebookReader.interpret(SmallRules.edition(100));
        Answers answers = Answers.of(Map.of("power.largestSiteMw", new Answer.Number(150)));
        Situation large = small.situation(answers, SmallRules.MARKET_DAY).orElseThrow();

        assertThat(small.contributions(large))
                .filteredOn(contribution -> !contribution.decides())
                .containsExactly(new Contribution("POWER-01", false, "support( AI_HOSTING, MEDIUM )"));
        assertThat(small.contributions(large))
                .filteredOn(Contribution::decides)
                .extracting(Contribution::rule)
                .containsExactly("REC-01", "REC-02");
    }

    private static void assertSame(String name, Situation situation) {
        assertThat(INTERPRETED.verdict(situation)).as(name).isEqualTo(RULEBOOK.verdict(situation));
    }
}
