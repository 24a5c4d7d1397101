package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.engine.CompiledRules;
import org.hashwise.rulebook.engine.RegulationTable;
import org.hashwise.rulebook.engine.RuleSet;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.testing.CaseRunner;
import org.hashwise.rulebook.testing.RulebookUnderTest;
import org.hashwise.rulebook.testing.TestExample;

/** Mistakes in the rows of the regulation table: places are then graded by other rows, or by none. */
final class GradingMutantRunner implements MutantRunner {

    private static final String PLACES = "regulation.jurisdictions";
    private static final String NOWHERE = "AQ";

    private final RulebookUnderTest subject;
    private final List<TestExample> examples;

    GradingMutantRunner(RulebookUnderTest subject, List<TestExample> examples) {
        this.subject = subject;
        this.examples = examples;
    }

    @Override
    public List<Optional<TestExample>> notice(List<Mutant> mutants) {
        List<Optional<TestExample>> noticed = new ArrayList<>();
        try (Table table = new Table(mutants)) {
            for (int i = 0; i < mutants.size(); i++) {
                RegulationTable changed = table.changed(i);
                noticed.add(examples.stream()
                        .filter(example -> notices(example, changed))
                        .findFirst());
            }
        }
        return noticed;
    }

    private boolean notices(TestExample example, RegulationTable changed) {
        boolean same = example.situation().shares(PLACES).keySet().stream()
                .allMatch(code ->
                        changed.grade(code).equals(subject.jurisdictions().grade(code)));
        if (same) {
            return false;
        }
        CaseRunner trial = new CaseRunner(
                subject.questionnaire(), subject.markets(), subject.compiled(), subject.grading(), changed);
        Situation company = example.gradedBy(changed);
        return example.objectsTo(subject.compiled().evaluate(company), company, trial);
    }

    @Override
    public Map<Mutant, SuggestedCase> remedies(List<Mutant> survivors) {
        Map<Mutant, SuggestedCase> remedies = new IdentityHashMap<>();
        try (Table table = new Table(survivors)) {
            for (int i = 0; i < survivors.size(); i++) {
                Mutant mutant = survivors.get(i);
                RegulationTable changed = table.changed(i);
                codes().filter(code -> !row(changed, code).equals(row(subject.jurisdictions(), code)))
                        .findFirst()
                        .ifPresent(code -> remedies.put(mutant, remedy(mutant, code)));
            }
        }
        return remedies;
    }

    /** Every place that a row names, and one where nobody mines. */
    private Stream<String> codes() {
        return Stream.concat(
                subject.grading().stream().map(Rule::id).map(id -> id.substring(id.indexOf('-') + 1)),
                Stream.of(NOWHERE));
    }

    private SuggestedCase remedy(Mutant mutant, String code) {
        Situation seed = examples.get(0).situation();
        Situation company = Situation.of(
                seed.questionnaire(),
                Answers.none().with(PLACES, new Answer.Shares(new TreeMap<>(Map.of(code, 100.0)))),
                seed.market(),
                seed.jurisdictions(),
                seed.asOf());
        boolean fires = row(subject.jurisdictions(), code)
                .equals(Integer.toString(mutant.original().position().line()));
        return SuggestedCase.about(mutant.original().id(), fires, company);
    }

    private static String row(Jurisdictions jurisdictions, String code) {
        return jurisdictions
                .grade(code)
                .map(grade -> Integer.toString(grade.line()))
                .orElse("");
    }

    /** All rows and all mutants of rows, compiled together. */
    private final class Table implements AutoCloseable {

        private final List<Mutant> mutants;
        private final CompiledRules compiled;
        private final Map<String, List<Integer>> matching = new HashMap<>();

        Table(List<Mutant> mutants) {
            this.mutants = mutants;
            List<Rule> rows = new ArrayList<>(subject.grading());
            mutants.forEach(mutant -> rows.add(mutant.changed().orElse(mutant.original())));
            List<Rule> named = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                Rule row = rows.get(i);
                named.add(new Rule(
                        row.id() + "#m" + i, row.metadata(), row.conditions(), row.consequences(), row.position()));
            }
            this.compiled = CompiledRules.of(
                    subject.questionnaire(), new RuleSet(List.of(), List.of(), named, List.of(), subject.thresholds()));
        }

        /** The table as one mutant has it. */
        RegulationTable changed(int mutant) {
            int original = subject.grading().indexOf(mutants.get(mutant).original());
            int position = subject.grading().size() + mutant;
            boolean stays = mutants.get(mutant).changed().isPresent();
            return new RegulationTable(
                    code -> {
                        List<Integer> all = matching.computeIfAbsent(code, compiled::rowsFor);
                        TreeSet<Integer> rows = new TreeSet<>(all);
                        rows.tailSet(subject.grading().size()).clear();
                        rows.remove(original);
                        if (stays && all.contains(position)) {
                            rows.add(original);
                        }
                        return List.copyOf(rows);
                    },
                    subject.grading(),
                    subject.schedules());
        }

        @Override
        public void close() {
            compiled.close();
        }
    }
}
