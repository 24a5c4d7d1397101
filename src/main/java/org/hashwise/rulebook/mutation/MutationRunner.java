package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.model.MutationReport;
import org.hashwise.rulebook.model.MutationReport.Mutation;
import org.hashwise.rulebook.model.MutationReport.Status;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.testing.TestExample;
import org.jspecify.annotations.Nullable;

/** Mutation testing: runs the mutants of every rule against all cases and the casebook. */
public final class MutationRunner {

    private final RuleInterpreter rules;
    private final Mutants mutants;
    private final EquivalentMutantCheck equivalence;
    private final CaseText text;

    public MutationRunner(RuleInterpreter rules) {
        this.rules = rules;
        this.mutants = new Mutants(
                new Steps(rules.contents().questionnaire(), rules.contents().parameters()));
        this.equivalence = new EquivalentMutantCheck(rules);
        this.text = new CaseText(rules.contents().questionnaire());
    }

    /** Tries the mistakes in some rules. */
    public MutationReport run(Predicate<Rule> chosen) {
        List<TestExample> examples = TestExample.of(rules);
        List<Mutation> mutations = new ArrayList<>();
        mutations.addAll(mutations(rules.contents().policy(), chosen, new PolicyMutantRunner(rules, examples)));
        mutations.addAll(mutations(rules.contents().plausibility(), chosen, new PolicyMutantRunner(rules, examples)));
        mutations.addAll(mutations(rules.contents().decision(), chosen, new DecisionMutantRunner(rules, examples)));
        mutations.addAll(mutations(rules.contents().grading(), chosen, new GradingMutantRunner(rules, examples)));
        return new MutationReport(mutations);
    }

    private List<Mutation> mutations(List<Rule> rules, Predicate<Rule> chosen, MutantRunner runner) {
        List<Mutant> all = rules.stream()
                .filter(chosen)
                .flatMap(rule -> mutants.of(rule).stream())
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Optional<TestExample>> noticed =
                all.parallelStream().map(runner::noticing).toList();
        List<Status> statuses = new ArrayList<>();
        List<Mutant> survivors = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Status status = status(all.get(i), noticed.get(i));
            statuses.add(status);
            if (status == Status.SURVIVED) {
                survivors.add(all.get(i));
            }
        }
        Map<Mutant, SuggestedCase> suggestedCases = survivors.isEmpty() ? Map.of() : runner.suggestedCases(survivors);
        List<Mutation> mutations = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            mutations.add(mutation(all.get(i), statuses.get(i), noticed.get(i), suggestedCases.get(all.get(i))));
        }
        return mutations;
    }

    private Status status(Mutant mutant, Optional<TestExample> noticed) {
        if (noticed.isPresent()) {
            return Status.NOTICED;
        }
        return equivalence.isProved(mutant) ? Status.NO_DIFFERENCE : Status.SURVIVED;
    }

    private Mutation mutation(
            Mutant mutant, Status status, Optional<TestExample> noticed, @Nullable SuggestedCase suggestedCase) {
        Position position = mutant.atom()
                .map(atom -> atom.expression().position())
                .orElse(mutant.original().position());
        return new Mutation(
                mutant.original().id(),
                position.file(),
                position.line(),
                position.column(),
                mutant.mutator().name().toLowerCase(Locale.ROOT),
                mutant.was(),
                mutant.becomes(),
                status,
                noticed.map(TestExample::name).orElse(""),
                suggestedCase == null ? "" : text.of(suggestedCase, mutant.original()));
    }
}
