package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.rulebook.engine.CompiledRules;
import org.hashwise.rulebook.engine.Effect;
import org.hashwise.rulebook.engine.RuleSet;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.trial.Example;
import org.hashwise.rulebook.trial.TrialSubject;

/** Mistakes in rules of the policy: which example notices which. */
final class PolicyJury implements Jury {

    private final TrialSubject subject;
    private final List<Example> examples;

    PolicyJury(TrialSubject subject, List<Example> examples) {
        this.subject = subject;
        this.examples = examples;
    }

    @Override
    public List<Optional<Example>> notice(List<Mutant> mutants) {
        List<Rule> changed =
                mutants.stream().flatMap(mutant -> mutant.changed().stream()).toList();
        List<BitSet> matching;
        try (Bench bench = new Bench(subject, changed)) {
            matching = examples.stream()
                    .map(example -> bench.matching(example.situation()))
                    .toList();
        }
        List<Optional<Example>> noticed = new ArrayList<>();
        try (CompiledRules decision = CompiledRules.of(
                subject.questionnaire(), RuleSet.ofDecision(subject.decision(), List.of(), subject.thresholds()))) {
            int position = 0;
            for (Mutant mutant : mutants) {
                int own = mutant.changed().isPresent() ? position++ : -1;
                noticed.add(noticing(mutant.original(), own, matching, decision));
            }
        }
        return noticed;
    }

    private Optional<Example> noticing(Rule rule, int position, List<BitSet> matching, CompiledRules decision) {
        List<Example> differing = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            boolean firedBefore = example.fired().contains(rule.id());
            boolean fires = position >= 0 && matching.get(i).get(position);
            if (firedBefore != fires) {
                if (example.expects(rule.id(), firedBefore)) {
                    return Optional.of(example);
                }
                differing.add(example);
            }
        }
        // Nobody says anything about the rule itself: perhaps somebody sees what follows from it.
        return differing.stream()
                .filter(example -> example.objectsTo(decision.evaluate(example.situation(), switched(rule, example))))
                .findFirst();
    }

    /** What the policy found, with the effects of one rule taken away if they were there, and added if they were not. */
    private List<Effect> switched(Rule rule, Example example) {
        List<Effect> found = new ArrayList<>(example.findings().effects());
        if (!found.removeIf(effect -> effect.rule().id().equals(rule.id()))) {
            subject.compiled().effects().stream()
                    .filter(effect -> effect.rule().id().equals(rule.id()))
                    .forEach(found::add);
        }
        return found;
    }

    @Override
    public Map<Mutant, Remedy> remedies(List<Mutant> survivors) {
        List<Mutant> changed = survivors.stream()
                .filter(mutant -> mutant.changed().isPresent())
                .toList();
        try (Remedies remedies = new Remedies(subject, examples, changed)) {
            return remedies.find();
        }
    }
}
