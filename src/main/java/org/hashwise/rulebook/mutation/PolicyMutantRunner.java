package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hashwise.rulebook.engine.ConditionEvaluator;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.engine.WorkingFacts;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.testing.TestExample;

/** Runner of the mutants of policy rules: which example kills which. */
final class PolicyMutantRunner implements MutantRunner {

    private final RuleInterpreter rules;
    private final List<TestExample> examples;
    private final ConditionEvaluator conditions;

    PolicyMutantRunner(RuleInterpreter rules, List<TestExample> examples) {
        this.rules = rules;
        this.examples = examples;
        this.conditions = rules.conditions();
    }

    @Override
    public Optional<TestExample> noticing(Mutant mutant) {
        Rule rule = mutant.original();
        Predicate<WorkingFacts> changed = mutant.changed().map(conditions::of).orElse(nothing -> false);
        List<TestExample> differing = new ArrayList<>();
        for (TestExample example : examples) {
            boolean firedBefore = example.fired().contains(rule.id());
            if (firedBefore != changed.test(WorkingFacts.of(example.situation()))) {
                if (example.expects(rule.id(), firedBefore)) {
                    return Optional.of(example);
                }
                differing.add(example);
            }
        }
        // No case names the rule itself; one may notice its consequences.
        return differing.stream()
                .filter(example -> example.objectsTo(rules.decide(example.situation(), switched(rule, example))))
                .findFirst();
    }

    /** The effects of the policy, with those of one rule taken away if they were there, and added if they were not. */
    private List<PolicyEffect> switched(Rule rule, TestExample example) {
        List<PolicyEffect> found = new ArrayList<>(example.findings().effects());
        if (!found.removeIf(effect -> effect.rule().id().equals(rule.id()))) {
            rules.effects().stream()
                    .filter(effect -> effect.rule().id().equals(rule.id()))
                    .forEach(found::add);
        }
        return found;
    }

    @Override
    public Map<Mutant, SuggestedCase> suggestedCases(List<Mutant> survivors) {
        List<Mutant> changed = survivors.stream()
                .filter(mutant -> mutant.changed().isPresent())
                .toList();
        return new CaseSuggester(rules, examples, changed).find();
    }
}
