package org.hashwise.rulebook.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Condition.Accumulate;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.language.SampleRule;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.testing.BoundaryCompanies;
import org.junit.jupiter.api.Test;

/**
 * The interpreter's evaluation of each single condition against Drools. For each condition rules are made that
 * match when it holds, and when it does not; they take the place of the rows of the regulation table, which only note that
 * they match.
 */
class ConditionConformanceTests {

    private static final int RANDOM = 1_000;

    /** More rules in one network make it slow. */
    private static final int BATCH = 400;

    private static final RulebookContents CONTENTS = ShippedRules.contents();
    private static final RuleInterpreter INTERPRETER = new RuleInterpreter(CONTENTS);
    private static final ConditionEvaluator CONDITIONS = INTERPRETER.conditions();
    private static final List<Situation> COMPANIES = Stream.concat(
                    CONTENTS.cases().stream().map(ShippedRules::situation),
                    BoundaryCompanies.of(INTERPRETER, SmallRules.MARKET_DAY, RANDOM))
            .toList();

    /** A rule for Drools, and what the interpreter makes of the same. */
    private record Probe(Rule rule, Predicate<WorkingFacts> interpreted) {}

    @Test
    void bothSayTheSameOfEachConditionOfThePolicy() {
        agreeInBatches(probes(CONTENTS.policy(), List.of()));
    }

    // That the answers were given is a condition that no rule writes; without consequences none has it.
    @Test
    void bothSayTheSameOfEachConditionOfPlausibility() {
        List<Rule> rules = CONTENTS.plausibility().stream()
                .map(rule -> new Rule(rule.name(), Map.of(), rule.conditions(), List.of(), rule.position()))
                .toList();
        agreeInBatches(probes(rules, List.of()));
    }

    // What the decision matches comes step by step; with the ballot all of it is there.
    @Test
    void bothSayTheSameOfEachConditionOfTheRecommendation() {
        agree(CONTENTS, probes(CONTENTS.decision(), SampleRule.when("Ballot()").conditions()));
    }

    @Test
    void bothSayTheSameOfEachConditionOfTheRegulationTable() {
        List<Probe> probes = probes(CONTENTS.grading(), List.of());
        try (DroolsEngine compiled = compiled(CONTENTS, probes)) {
            for (String code : List.of("US", "US-NY", "US-TX", "CA-BC", "PY", "CN", "US-ZZ", "")) {
                assertSame(code, probes, WorkingFacts.ofPlace(code), compiled.rowsFor(code));
            }
        }
    }

    @Test
    void bothMeanTheSameByEachConstructOfTheLanguage() {
        List<Rule> samples =
                SampleRule.CONSTRUCTS.stream().map(SampleRule::when).toList();
        agree(CONTENTS, probes(samples, SampleRule.when("Ballot()").conditions()));
    }

    private static List<Probe> probes(List<Rule> rules, List<Condition> beside) {
        List<Probe> probes = new ArrayList<>();
        for (Rule rule : rules) {
            for (int last = 1; last <= rule.conditions().size(); last++) {
                Rule shorter = rule.when(rule.conditions().subList(0, last));
                probes.add(new Probe(with(beside, shorter), CONDITIONS.of(shorter)));
            }
            for (Atom atom : Atom.in(rule)) {
                AtomQuery query = CONDITIONS.of(atom);
                Expression untrue = new Expression.Negation(atom.expression(), rule.position());
                probes.add(new Probe(with(beside, alone(atom, atom.expression())), query::isTrue));
                probes.add(new Probe(with(beside, alone(atom, untrue)), query::isFalse));
            }
        }
        return probes;
    }

    private static Rule with(List<Condition> beside, Rule rule) {
        return rule.when(
                Stream.concat(rule.conditions().stream(), beside.stream()).toList());
    }

    /** The rule of one elementary condition, after the conditions that name what it reads. */
    private static Rule alone(Atom atom, Expression expression) {
        boolean[] reads = {false};
        expression.walk(part -> reads[0] |= part instanceof Expression.Variable);
        List<Condition> conditions = new ArrayList<>();
        if (reads[0]) {
            collectNames(atom.rule().conditions(), atom.holder(), conditions);
        }
        if (atom.holder() instanceof Accumulate it) {
            conditions.add(new Accumulate(it.source(), it.folds(), List.of(expression), it.position()));
        } else {
            Pattern it = (Pattern) atom.holder();
            conditions.add(new Pattern(it.fact(), it.bindings(), List.of(expression), it.position()));
        }
        return atom.rule().when(conditions);
    }

    /** @return whether the condition was reached before which names are collected */
    private static boolean collectNames(List<Condition> conditions, Condition until, List<Condition> names) {
        for (Condition condition : conditions) {
            if (condition == until) {
                return true;
            } else if (condition instanceof Accumulate it) {
                if (it.source() == until) {
                    return true;
                }
                names.add(it);
            } else if (condition instanceof Pattern it && !it.bindings().isEmpty()) {
                names.add(it);
            } else if (collectNames(condition.parts(), until, names)) {
                return true;
            }
        }
        return false;
    }

    private static DroolsEngine compiled(RulebookContents contents, List<Probe> probes) {
        List<Rule> rows = new ArrayList<>();
        for (Probe probe : probes) {
            Rule rule = probe.rule();
            String name = rule.id() + "#" + rows.size();
            rows.add(new Rule(name, Map.of(), rule.conditions(), List.of(), Position.of("probes")));
        }
        return DroolsEngine.of(contents.with(RuleRole.GRADING, rows));
    }

    private static void agreeInBatches(List<Probe> probes) {
        RulebookContents alone = CONTENTS.with(RuleRole.POLICY, List.of()).with(RuleRole.DECISION, List.of());
        for (int start = 0; start < probes.size(); start += BATCH) {
            agree(alone, probes.subList(start, Math.min(start + BATCH, probes.size())));
        }
    }

    private static void agree(RulebookContents contents, List<Probe> probes) {
        try (DroolsEngine compiled = compiled(contents, probes)) {
            for (Situation company : COMPANIES) {
                WorkingFacts facts =
                        INTERPRETER.facts(company, INTERPRETER.evaluate(company).effects());
                List<Integer> matching = compiled.evaluate(company).matching();
                assertSame(company.answers().toString(), probes, facts, matching);
            }
        }
    }

    private static void assertSame(String about, List<Probe> probes, WorkingFacts facts, List<Integer> compiled) {
        Set<Integer> matching = new HashSet<>(compiled);
        for (int i = 0; i < probes.size(); i++) {
            if (probes.get(i).interpreted().test(facts) != matching.contains(i)) {
                Rule rule = probes.get(i).rule();
                assertThat(matching.contains(i))
                        .as(() -> rule.id() + " compiled, when " + rule.conditions() + " for " + about)
                        .isEqualTo(!matching.contains(i));
            }
        }
    }
}
