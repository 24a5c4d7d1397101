package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.engine.DoubtRules;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.testing.BoundaryCompanies;
import org.junit.jupiter.api.Test;

/** The interpreter against Drools, which gives the advice. */
class RuleInterpreterTests {

    private static final int DRAWN = 1_000;

    private final RulebookContents contents = ShippedRules.contents();
    private final RuleEngine drools = ShippedRules.engine();
    private final RuleInterpreter interpreter = new RuleInterpreter(contents);

    @Test
    void bothSayTheSameOfTheCasesAndTheCasebook() {
        contents.ruleCases().forEach(example -> agreeOn(situation(example.given(), example.market())));
        contents.cases().forEach(study -> agreeOn(ShippedRules.situation(study)));
    }

    @Test
    void bothSayTheSameOfDrawnCompaniesAtTheBordersOfTheThresholds() {
        BoundaryCompanies.of(interpreter, SmallRules.MARKET_DAY, DRAWN).forEach(this::agreeOn);
    }

    @Test
    void theDecisionAloneTakesEffectsThatThePolicyDidNotCause() {
        RuleInterpreter small = new RuleInterpreter(SmallRulebookUnderTest.contents());
        List<PolicyEffect> found =
                small.evaluate(SmallRulebookUnderTest.company(site(9000))).effects();

        assertThat(small.decide(SmallRulebookUnderTest.company(site(1)), found).recommended())
                .isEqualTo(Strategy.AI_HOSTING);
        assertThat(small.decide(SmallRulebookUnderTest.company(site(9000)), List.of())
                        .recommended())
                .isEqualTo(Strategy.HOLD);
    }

    private static Map<String, Answer> site(double megawatts) {
        return Map.of("power.largestSiteMw", new Answer.Number(megawatts));
    }

    @Test
    void bothFindTheSameRowsOfTheRegulationTable() {
        for (String code : List.of("US", "US-NY", "US-TX", "CA-BC", "PY", "CN", "US-ZZ", "")) {
            assertThat(interpreter.rowsFor(code)).as(code).isEqualTo(drools.rowsFor(code));
        }
    }

    private Situation situation(Answers answers, LocalDate day) {
        return interpreter.situation(answers, day).orElseThrow();
    }

    @Test
    void bothRaiseTheSameDoubts() {
        Set<String> raised = new TreeSet<>();
        Stream.of(
                        Stream.of(situation(Answers.none(), LocalDate.of(2099, 1, 1))),
                        contents.ruleCases().stream().map(example -> situation(example.given(), example.market())),
                        contents.cases().stream().map(ShippedRules::situation),
                        BoundaryCompanies.of(interpreter, SmallRules.MARKET_DAY, DRAWN))
                .flatMap(companies -> companies)
                .forEach(company -> {
                    List<DoubtRules.Raised> doubts = drools.plausibility().about(company);
                    assertThat(doubts)
                            .as(() -> company.answers().toString())
                            .isEqualTo(interpreter.plausibility().about(company));
                    doubts.forEach(doubt -> raised.add(doubt.rule().id()));
                });
        assertThat(raised)
                .as("rules that doubt some company")
                .containsAll(contents.plausibility().stream().map(Rule::id).toList());
    }

    private void agreeOn(Situation situation) {
        Findings engine = drools.evaluate(situation);
        Findings interpreted = interpreter.evaluate(situation);
        assertThat(interpreted.effects().stream().map(effect -> effect.index()))
                .as(() -> situation.answers().toString())
                .isEqualTo(
                        engine.effects().stream().map(effect -> effect.index()).toList());
        assertThat(interpreted.decisions()).isEqualTo(engine.decisions());
        assertThat(interpreted.recommended()).isEqualTo(engine.recommended());
        assertThat(interpreted.decidingRule()).isEqualTo(engine.decidingRule());
        assertThat(interpreted.extent()).isEqualTo(engine.extent());
        assertThat(interpreted.combination()).isEqualTo(engine.combination());
        engine.standings().forEach((strategy, standing) -> {
            assertThat(interpreted.standings().get(strategy).score()).isEqualTo(standing.score());
            assertThat(interpreted.standings().get(strategy).viable()).isEqualTo(standing.viable());
        });
    }
}
