package org.hashwise.rulebook.testing;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hashwise.rulebook.engine.CompiledRules;
import org.hashwise.rulebook.engine.RuleSet;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.model.Coverage;
import org.hashwise.rulebook.model.Coverage.ConditionCoverage;
import org.hashwise.rulebook.model.Coverage.RuleCoverage;
import org.hashwise.rulebook.model.Position;

/** Counts for each rule and each of its conditions how many examples make it true, and how many false. */
public final class CoverageRunner {

    private final RulebookUnderTest subject;
    private final List<TestExample> examples;
    private final Map<Atom, int[]> counts = new IdentityHashMap<>();

    public CoverageRunner(RulebookUnderTest subject) {
        this.subject = subject;
        this.examples = TestExample.of(subject);
    }

    public Coverage run() {
        List<RuleCoverage> rules = new ArrayList<>();
        try (ConditionProbe probe = ConditionProbe.of(
                subject.questionnaire(), subject.policy(), subject.decision(), subject.thresholds())) {
            for (TestExample example : examples) {
                ConditionProbe.Truths truths =
                        probe.truths(example.situation(), example.findings().effects());
                for (int i = 0; i < probe.atoms().size(); i++) {
                    count(probe.atoms().get(i), truths.isTrue(i), truths.isFalse(i));
                }
            }
            rules.addAll(rules(subject.policy(), probe.atoms()));
            rules.addAll(rules(subject.decision(), probe.atoms()));
        }
        rules.addAll(rules(subject.grading(), rows()));
        return new Coverage(rules);
    }

    private void count(Atom atom, boolean isTrue, boolean isFalse) {
        int[] count = counts.computeIfAbsent(atom, fresh -> new int[2]);
        count[0] += isTrue ? 1 : 0;
        count[1] += isFalse ? 1 : 0;
    }

    /** The conditions of the rows of the regulation table, which look at places instead of companies. */
    private List<Atom> rows() {
        List<Atom> atoms =
                subject.grading().stream().flatMap(row -> Atom.in(row).stream()).toList();
        List<Rule> probes = new ArrayList<>();
        for (int i = 0; i < atoms.size(); i++) {
            probes.add(AtomProbe.of(atoms.get(i), i, true));
            probes.add(AtomProbe.of(atoms.get(i), i, false));
        }
        Set<String> places = new TreeSet<>();
        examples.forEach(example -> places.addAll(
                example.situation().shares("regulation.jurisdictions").keySet()));
        try (CompiledRules compiled = CompiledRules.of(
                subject.questionnaire(), new RuleSet(List.of(), List.of(), probes, List.of(), subject.thresholds()))) {
            for (String place : places) {
                List<Integer> matching = compiled.rowsFor(place);
                for (int i = 0; i < atoms.size(); i++) {
                    count(atoms.get(i), matching.contains(2 * i), matching.contains(2 * i + 1));
                }
            }
        }
        return atoms;
    }

    private List<RuleCoverage> rules(List<Rule> rules, List<Atom> atoms) {
        return rules.stream()
                .map(rule -> {
                    int firing = (int) examples.stream()
                            .filter(example -> example.fired().contains(rule.id()))
                            .count();
                    List<ConditionCoverage> conditions = atoms.stream()
                            .filter(atom -> atom.rule() == rule)
                            .map(this::condition)
                            .toList();
                    Position position = rule.position();
                    return new RuleCoverage(
                            rule.id(), position.file(), position.line(), firing, examples.size() - firing, conditions);
                })
                .toList();
    }

    private ConditionCoverage condition(Atom atom) {
        int[] count = counts.getOrDefault(atom, new int[2]);
        Position position = atom.expression().position();
        return new ConditionCoverage(atom.textWithFact(), position.line(), position.column(), count[0], count[1]);
    }
}
