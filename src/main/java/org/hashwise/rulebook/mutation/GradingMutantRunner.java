package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.testing.CaseRunner;
import org.hashwise.rulebook.testing.TestExample;

/** Runner of the mutants of the rows of the regulation table, in which places are then graded by other rows, or by none. */
final class GradingMutantRunner implements MutantRunner {

    private static final String PLACES = Jurisdictions.QUESTION;
    private static final String NOWHERE = "AQ";

    private final RuleInterpreter rules;
    private final List<TestExample> examples;

    GradingMutantRunner(RuleInterpreter rules, List<TestExample> examples) {
        this.rules = rules;
        this.examples = examples;
    }

    @Override
    public Optional<TestExample> noticing(Mutant mutant) {
        Jurisdictions changed = changed(mutant);
        return examples.stream().filter(example -> notices(example, changed)).findFirst();
    }

    private boolean notices(TestExample example, Jurisdictions changed) {
        boolean same = example.situation().shares(PLACES).keySet().stream()
                .allMatch(
                        code -> changed.grade(code).equals(rules.jurisdictions().grade(code)));
        if (same) {
            return false;
        }
        CaseRunner caseRunner = new CaseRunner(rules, changed);
        Situation company = example.gradedBy(changed);
        return example.objectsTo(rules.evaluate(company), company, caseRunner);
    }

    @Override
    public Map<Mutant, SuggestedCase> suggestedCases(List<Mutant> survivors) {
        IdentityHashMap<Mutant, SuggestedCase> suggestedCases = new IdentityHashMap<>();
        for (Mutant mutant : survivors) {
            Jurisdictions changed = changed(mutant);
            codes().filter(code -> !row(changed, code).equals(row(rules.jurisdictions(), code)))
                    .findFirst()
                    .ifPresent(code -> suggestedCases.put(mutant, suggestedCase(mutant, code)));
        }
        return suggestedCases;
    }

    /** Every place that a row names, and one without a row. */
    private Stream<String> codes() {
        return Stream.concat(
                rules.contents().grading().stream().map(Rule::id).map(id -> id.substring(id.indexOf('-') + 1)),
                Stream.of(NOWHERE));
    }

    private SuggestedCase suggestedCase(Mutant mutant, String code) {
        Answers place = Answers.none().with(PLACES, new Answer.Shares(new TreeMap<>(Map.of(code, 100.0))));
        Situation company = examples.get(0).situation().with(place);
        boolean fires = row(rules.jurisdictions(), code)
                .filter(mutant.original()::equals)
                .isPresent();
        return SuggestedCase.about(mutant.original().id(), fires, company);
    }

    private Optional<Rule> row(Jurisdictions jurisdictions, String code) {
        return jurisdictions.grade(code).flatMap(rules.contents()::row);
    }

    /** The table as one mutant has it. */
    private Jurisdictions changed(Mutant mutant) {
        List<Rule> rows = new ArrayList<>();
        for (Rule row : rules.contents().grading()) {
            if (row.equals(mutant.original())) {
                mutant.changed().ifPresent(rows::add);
            } else {
                rows.add(row);
            }
        }
        return new RuleInterpreter(rules.contents().with(RuleRole.GRADING, rows)).jurisdictions();
    }
}
