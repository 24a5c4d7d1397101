package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hashwise.rulebook.MutationReport;
import org.hashwise.rulebook.MutationReport.Fate;
import org.hashwise.rulebook.MutationReport.Mutation;
import org.hashwise.rulebook.files.Position;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.trial.Example;
import org.hashwise.rulebook.trial.TrialSubject;

/** Makes every small mistake in every rule and asks all cases and the casebook whether they notice. */
public final class MutationTrial {

    private final TrialSubject subject;
    private final List<Example> examples;
    private final Mutants mutants;
    private final Equivalence equivalence;

    public MutationTrial(TrialSubject subject) {
        this.subject = subject;
        this.examples = Example.of(subject);
        this.mutants = new Mutants(new Steps(subject.questionnaire(), subject.parameters()));
        this.equivalence = new Equivalence(subject.questionnaire(), subject.thresholds());
    }

    /** Tries the mistakes in some rules. */
    public MutationReport run(java.util.function.Predicate<Rule> chosen) {
        List<Mutant> policy = mutantsOf(subject.policy(), chosen);
        List<Mutant> decision = mutantsOf(subject.decision(), chosen);
        List<Mutant> grading = mutantsOf(subject.grading(), chosen);
        List<Optional<Example>> noticed = new ArrayList<>();
        noticed.addAll(new PolicyMutation(subject, examples).notice(policy));
        DecisionMutation decisionMutation = new DecisionMutation(subject, examples);
        decision.forEach(mutant -> noticed.add(decisionMutation.notice(mutant)));
        noticed.addAll(new GradingMutation(subject, examples).notice(grading));

        List<Mutant> all = new ArrayList<>(policy);
        all.addAll(decision);
        all.addAll(grading);
        Map<Mutant, Fate> fates = new IdentityHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            fates.put(all.get(i), fate(all.get(i), noticed.get(i)));
        }
        Map<Mutant, String> remedies = remedies(policy, fates);
        List<Mutation> mutations = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Mutant mutant = all.get(i);
            Fate fate = fates.getOrDefault(mutant, Fate.SURVIVED);
            String noticedBy = noticed.get(i).map(Example::name).orElse("");
            mutations.add(mutation(mutant, fate, noticedBy, remedies.getOrDefault(mutant, "")));
        }
        return new MutationReport(mutations);
    }

    private Map<Mutant, String> remedies(List<Mutant> policy, Map<Mutant, Fate> fates) {
        List<Mutant> survivors = policy.stream()
                .filter(mutant -> fates.get(mutant) == Fate.SURVIVED)
                .toList();
        CaseText text = new CaseText(subject.questionnaire());
        Map<Mutant, String> cases = new IdentityHashMap<>();
        try (Remedies remedies = new Remedies(subject, examples, survivors)) {
            remedies.find()
                    .forEach((mutant, remedy) ->
                            cases.put(mutant, text.of(remedy, mutant.original(), sentence(mutant, remedy, text))));
        }
        return cases;
    }

    private static String sentence(Mutant mutant, Remedy remedy, CaseText text) {
        return "\"" + mutant.original().title().en() + ": " + (remedy.fires() ? "yes" : "no") + " with "
                + text.answers(remedy) + "\"";
    }

    private List<Mutant> mutantsOf(List<Rule> rules, java.util.function.Predicate<Rule> chosen) {
        return rules.stream()
                .filter(chosen)
                .flatMap(rule -> mutants.of(rule).stream())
                .toList();
    }

    private Fate fate(Mutant mutant, Optional<Example> noticed) {
        if (noticed.isPresent()) {
            return Fate.NOTICED;
        }
        return equivalence.isProved(mutant) ? Fate.NO_DIFFERENCE : Fate.SURVIVED;
    }

    private static Mutation mutation(Mutant mutant, Fate fate, String noticedBy, String remedy) {
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
                noticedBy,
                remedy);
    }
}
