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
import org.hashwise.rulebook.testing.RulebookUnderTest;
import org.hashwise.rulebook.testing.TestExample;

/** Mistakes in rules of the policy: which example notices which. */
final class PolicyMutantRunner implements MutantRunner {

    private final RulebookUnderTest subject;
    private final List<TestExample> examples;

    PolicyMutantRunner(RulebookUnderTest subject, List<TestExample> examples) {
        this.subject = subject;
        this.examples = examples;
    }

    @Override
    public List<Optional<TestExample>> notice(List<Mutant> mutants) {
        List<Rule> changed =
                mutants.stream().flatMap(mutant -> mutant.changed().stream()).toList();
        List<BitSet> matching;
        try (CompiledMutants bench = new CompiledMutants(subject, changed)) {
            matching = examples.parallelStream()
                    .map(example -> bench.matching(example.situation()))
                    .toList();
        }
        List<Optional<TestExample>> noticed = new ArrayList<>();
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

    private Optional<TestExample> noticing(Rule rule, int position, List<BitSet> matching, CompiledRules decision) {
        List<TestExample> differing = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            TestExample example = examples.get(i);
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
    private List<Effect> switched(Rule rule, TestExample example) {
        List<Effect> found = new ArrayList<>(example.findings().effects());
        if (!found.removeIf(effect -> effect.rule().id().equals(rule.id()))) {
            subject.compiled().effects().stream()
                    .filter(effect -> effect.rule().id().equals(rule.id()))
                    .forEach(found::add);
        }
        return found;
    }

    @Override
    public Map<Mutant, SuggestedCase> remedies(List<Mutant> survivors) {
        List<Mutant> changed = survivors.stream()
                .filter(mutant -> mutant.changed().isPresent())
                .toList();
        try (CaseSuggester remedies = new CaseSuggester(subject, examples, changed)) {
            return remedies.find();
        }
    }
}
