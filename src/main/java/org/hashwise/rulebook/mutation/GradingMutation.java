package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.engine.CompiledRules;
import org.hashwise.rulebook.engine.RegulationTable;
import org.hashwise.rulebook.engine.RuleSet;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.trial.CaseTrial;
import org.hashwise.rulebook.trial.Example;
import org.hashwise.rulebook.trial.TrialSubject;

/** Mistakes in the rows of the regulation table: places are then graded by other rows, or by none. */
final class GradingMutation {

    private final TrialSubject subject;
    private final List<Example> examples;

    GradingMutation(TrialSubject subject, List<Example> examples) {
        this.subject = subject;
        this.examples = examples;
    }

    /** For each mutant the first example that notices it; empty when none does. */
    List<Optional<Example>> notice(List<Mutant> mutants) {
        List<Rule> rows = new ArrayList<>(subject.grading());
        mutants.forEach(mutant -> rows.add(mutant.changed().orElse(mutant.original())));
        List<Rule> named = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Rule row = rows.get(i);
            named.add(new Rule(
                    row.id() + "#m" + i, row.metadata(), row.conditions(), row.consequences(), row.position()));
        }
        try (CompiledRules table = CompiledRules.of(
                subject.questionnaire(), new RuleSet(List.of(), List.of(), named, List.of(), subject.thresholds()))) {
            Map<String, List<Integer>> matching = new HashMap<>();
            List<Optional<Example>> noticed = new ArrayList<>();
            for (int i = 0; i < mutants.size(); i++) {
                noticed.add(noticing(mutants.get(i), subject.grading().size() + i, table, matching));
            }
            return noticed;
        }
    }

    private Optional<Example> noticing(
            Mutant mutant, int position, CompiledRules table, Map<String, List<Integer>> matching) {
        int original = subject.grading().indexOf(mutant.original());
        RegulationTable changed = new RegulationTable(
                code -> {
                    List<Integer> all = matching.computeIfAbsent(code, table::rowsFor);
                    TreeSet<Integer> rows = new TreeSet<>(all);
                    rows.tailSet(subject.grading().size()).clear();
                    rows.remove(original);
                    if (mutant.changed().isPresent() && all.contains(position)) {
                        rows.add(original);
                    }
                    return List.copyOf(rows);
                },
                subject.grading(),
                subject.schedules());
        CaseTrial trial = new CaseTrial(
                subject.questionnaire(), subject.markets(), subject.compiled(), subject.grading(), changed);
        return examples.stream()
                .filter(example -> isGradedDifferently(example, changed))
                .filter(example -> {
                    Situation situation = example.gradedBy(changed);
                    return example.objectsTo(subject.compiled().evaluate(situation), situation, trial);
                })
                .findFirst();
    }

    private boolean isGradedDifferently(Example example, RegulationTable changed) {
        return example.situation().shares("regulation.jurisdictions").keySet().stream()
                .anyMatch(code ->
                        !changed.grade(code).equals(subject.jurisdictions().grade(code)));
    }
}
