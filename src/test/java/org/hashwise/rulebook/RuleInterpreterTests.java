package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.RegulationTable;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.engine.RuleSet;
import org.hashwise.rulebook.testing.RulebookUnderTest;
import org.junit.jupiter.api.Test;

/** The dry run of the checker against the engine that gives the advice. */
class RuleInterpreterTests {

    private static final int DRAWN = 1_000;

    private final RulebookUnderTest subject = ShippedRules.rulebook().subject();
    private final RuleInterpreter dryRun = new RuleInterpreter(
            subject.questionnaire(),
            new RuleSet(subject.policy(), subject.decision(), subject.grading(), List.of(), subject.thresholds()));

    @Test
    void bothSayTheSameOfTheCasesAndTheCasebook() {
        subject.cases().forEach(example -> agreeOn(situation(example.given(), example.market())));
        subject.casebook().forEach(study -> agreeOn(ShippedRules.situation(study)));
    }

    @Test
    void bothSayTheSameOfDrawnCompaniesAtTheBordersOfTheThresholds() {
        Random random = new Random(20251130);
        for (int i = 0; i < DRAWN; i++) {
            TreeMap<String, Answer> answers = new TreeMap<>();
            for (Question question : subject.questionnaire().questions()) {
                if (random.nextBoolean()) {
                    answers.put(question.id(), answer(question, random));
                }
            }
            agreeOn(situation(new Answers(answers), SmallRules.MARKET_DAY));
        }
    }

    @Test
    void bothFindTheSameRowsOfTheRegulationTable() {
        for (String code : List.of("US", "US-NY", "US-TX", "CA-BC", "PY", "CN", "US-ZZ", "")) {
            assertThat(dryRun.rowsFor(code))
                    .as(code)
                    .isEqualTo(subject.compiled().rowsFor(code));
        }
    }

    private Answer answer(Question question, Random random) {
        if (question.kind() == Kind.YESNO) {
            return new Answer.YesNo(random.nextBoolean());
        } else if (question.kind() == Kind.CHOICE) {
            List<Question.Choice> choices = question.choices();
            return new Answer.Choice(choices.get(random.nextInt(choices.size())).value());
        } else if (question.kind() == Kind.SHARES) {
            return new Answer.Shares(new TreeMap<>(java.util.Map.of("US-NY", 30.0, "PY", 70.0)));
        }
        List<Double> values = new ArrayList<>(subject.thresholds().values());
        values.add(question.min());
        values.removeIf(value -> value < question.min() || value > question.max());
        return new Answer.Number(values.get(random.nextInt(values.size())));
    }

    private Situation situation(Answers answers, java.time.LocalDate day) {
        return Situation.of(
                subject.questionnaire(),
                answers,
                subject.markets().asOf(day).orElseThrow(),
                new RegulationTable(dryRun, subject.grading(), subject.schedules()),
                day);
    }

    private void agreeOn(Situation situation) {
        Findings engine = subject.compiled().evaluate(situation);
        Findings dry = dryRun.evaluate(situation);
        assertThat(dry.effects().stream().map(effect -> effect.index()))
                .as(() -> situation.answers().toString())
                .isEqualTo(
                        engine.effects().stream().map(effect -> effect.index()).toList());
        assertThat(dry.decisions()).isEqualTo(engine.decisions());
        assertThat(dry.recommended()).isEqualTo(engine.recommended());
        assertThat(dry.decidingRule()).isEqualTo(engine.decidingRule());
        assertThat(dry.extent()).isEqualTo(engine.extent());
        assertThat(dry.combination()).isEqualTo(engine.combination());
        engine.standings().forEach((strategy, standing) -> {
            assertThat(dry.standings().get(strategy).getScore()).isEqualTo(standing.getScore());
            assertThat(dry.standings().get(strategy).isViable()).isEqualTo(standing.isViable());
        });
    }
}
