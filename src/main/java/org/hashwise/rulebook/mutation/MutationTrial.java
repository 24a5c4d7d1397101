package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hashwise.rulebook.MutationReport;
import org.hashwise.rulebook.MutationReport.Fate;
import org.hashwise.rulebook.MutationReport.Mutation;
import org.hashwise.rulebook.files.Position;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.trial.Example;
import org.hashwise.rulebook.trial.TrialSubject;
import org.jspecify.annotations.Nullable;

/** Makes every small mistake in every rule and asks all cases and the casebook whether they notice. */
public final class MutationTrial {

    private final TrialSubject subject;
    private final Mutants mutants;
    private final Equivalence equivalence;
    private final CaseText text;

    public MutationTrial(TrialSubject subject) {
        this.subject = subject;
        this.mutants = new Mutants(new Steps(subject.questionnaire(), subject.parameters()));
        this.equivalence = new Equivalence(subject.questionnaire(), subject.thresholds());
        this.text = new CaseText(subject.questionnaire());
    }

    /** Tries the mistakes in some rules. */
    public MutationReport run(Predicate<Rule> chosen) {
        List<Example> examples = Example.of(subject);
        List<Mutation> mutations = new ArrayList<>();
        mutations.addAll(judge(subject.policy(), chosen, new PolicyJury(subject, examples)));
        mutations.addAll(judge(subject.decision(), chosen, new DecisionJury(subject, examples)));
        mutations.addAll(judge(subject.grading(), chosen, new GradingJury(subject, examples)));
        return new MutationReport(mutations);
    }

    private List<Mutation> judge(List<Rule> rules, Predicate<Rule> chosen, Jury jury) {
        List<Mutant> all = rules.stream()
                .filter(chosen)
                .flatMap(rule -> mutants.of(rule).stream())
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        List<Optional<Example>> noticed = jury.notice(all);
        List<Fate> fates = new ArrayList<>();
        List<Mutant> survivors = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Fate fate = fate(all.get(i), noticed.get(i));
            fates.add(fate);
            if (fate == Fate.SURVIVED) {
                survivors.add(all.get(i));
            }
        }
        Map<Mutant, Remedy> remedies = survivors.isEmpty() ? Map.of() : jury.remedies(survivors);
        List<Mutation> mutations = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            mutations.add(mutation(all.get(i), fates.get(i), noticed.get(i), remedies.get(all.get(i))));
        }
        return mutations;
    }

    private Fate fate(Mutant mutant, Optional<Example> noticed) {
        if (noticed.isPresent()) {
            return Fate.NOTICED;
        }
        return equivalence.isProved(mutant) ? Fate.NO_DIFFERENCE : Fate.SURVIVED;
    }

    private Mutation mutation(Mutant mutant, Fate fate, Optional<Example> noticed, @Nullable Remedy remedy) {
        Position position = mutant.atom()
                .map(atom -> atom.expression().position())
                .orElse(mutant.original().position());
        return new Mutation(
                mutant.original().id(),
                position.file(),
                position.line(),
                position.column(),
                mutant.kind().name().toLowerCase(Locale.ROOT),
                mutant.was(),
                mutant.becomes(),
                fate,
                noticed.map(Example::name).orElse(""),
                remedy == null ? "" : text.of(remedy, mutant.original()));
    }
}
