package org.hashwise.rulebook.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.rulebook.engine.AtomQuery;
import org.hashwise.rulebook.engine.ConditionEvaluator;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.engine.WorkingFacts;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.model.Coverage;
import org.hashwise.rulebook.model.Coverage.ConditionCoverage;
import org.hashwise.rulebook.model.Coverage.RuleCoverage;
import org.hashwise.rulebook.model.Position;

/** Coverage measurement: counts for each rule and each of its conditions how many examples make it true, and how many false. */
public final class CoverageRunner {

    private final RuleInterpreter rules;
    private final RulebookContents contents;
    private final ConditionEvaluator conditions;
    private final List<TestExample> examples;

    public CoverageRunner(RuleInterpreter rules) {
        this.rules = rules;
        this.contents = rules.contents();
        this.conditions = rules.conditions();
        this.examples = TestExample.of(rules);
    }

    public Coverage run() {
        List<WorkingFacts> companies = examples.parallelStream()
                .map(example ->
                        rules.facts(example.situation(), example.findings().effects()))
                .toList();
        List<RuleCoverage> coverage = new ArrayList<>();
        coverage.addAll(coverage(contents.policy(), companies));
        coverage.addAll(coverage(contents.plausibility(), companies));
        coverage.addAll(coverage(contents.decision(), companies));
        coverage.addAll(coverage(contents.grading(), places()));
        return new Coverage(coverage);
    }

    /** The facts that the rows of the regulation table match: the places of all examples. */
    private List<WorkingFacts> places() {
        Set<String> codes = new TreeSet<>();
        examples.forEach(example ->
                codes.addAll(example.situation().shares(Jurisdictions.QUESTION).keySet()));
        return codes.stream().map(WorkingFacts::ofPlace).toList();
    }

    private List<RuleCoverage> coverage(List<Rule> rules, List<WorkingFacts> cases) {
        return rules.parallelStream().map(rule -> coverage(rule, cases)).toList();
    }

    private RuleCoverage coverage(Rule rule, List<WorkingFacts> cases) {
        int firing = (int) examples.stream()
                .filter(example -> example.fired().contains(rule.id()))
                .count();
        List<ConditionCoverage> covered =
                Atom.in(rule).stream().map(atom -> coverage(atom, cases)).toList();
        Position position = rule.position();
        return new RuleCoverage(rule.id(), position.file(), position.line(), firing, examples.size() - firing, covered);
    }

    private ConditionCoverage coverage(Atom atom, List<WorkingFacts> cases) {
        AtomQuery query = conditions.of(atom);
        int isTrue = (int) cases.stream().filter(query::isTrue).count();
        int isFalse = (int) cases.stream().filter(query::isFalse).count();
        Position position = atom.expression().position();
        return new ConditionCoverage(atom.textWithFact(), position.line(), position.column(), isTrue, isFalse);
    }
}
