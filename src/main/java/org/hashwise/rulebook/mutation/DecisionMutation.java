package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.rulebook.engine.CompiledRules;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.RuleSet;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.trial.Example;
import org.hashwise.rulebook.trial.TrialSubject;

/**
 * Mistakes in the rules of the recommendation. These build on each other, so each mistake has a compilation of its own;
 * what the policy found is known already and given to it.
 */
final class DecisionMutation {

    private final TrialSubject subject;
    private final List<Example> examples;

    DecisionMutation(TrialSubject subject, List<Example> examples) {
        this.subject = subject;
        this.examples = examples;
    }

    /** The first example that notices the mistake; empty when none does. */
    Optional<Example> notice(Mutant mutant) {
        try (CompiledRules changed = compile(mutant)) {
            return examples.stream()
                    .filter(example -> notices(example, changed))
                    .findFirst();
        }
    }

    private CompiledRules compile(Mutant mutant) {
        List<Rule> rules = new ArrayList<>(subject.decision());
        rules.replaceAll(rule -> rule == mutant.original() ? mutant.changed().orElseThrow() : rule);
        return CompiledRules.of(subject.questionnaire(), RuleSet.ofDecision(rules, List.of(), subject.thresholds()));
    }

    private static boolean notices(Example example, CompiledRules changed) {
        try {
            Findings findings =
                    changed.evaluate(example.situation(), example.findings().effects());
            return example.objectsTo(findings);
        } catch (EvaluationStopped endless) {
            return true;
        }
    }
}
