package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.engine.CompiledRules;
import org.hashwise.rulebook.engine.RuleSet;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.testing.RulebookUnderTest;

/**
 * Many rules side by side that only note that they match: originals and their mutants. They are compiled together, since
 * a compilation for each would take minutes.
 */
final class CompiledMutants implements AutoCloseable {

    /** Rules in one compilation: more makes the compiler slow, fewer makes many compilations. */
    private static final int BATCH = 400;

    private final List<CompiledRules> batches = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final Map<String, Integer> numbered = new HashMap<>();

    CompiledMutants(RulebookUnderTest subject, List<Rule> rules) {
        for (int start = 0; start < rules.size(); start += BATCH) {
            List<Rule> probes = new ArrayList<>();
            for (int i = start; i < Math.min(rules.size(), start + BATCH); i++) {
                probes.add(named(rules.get(i)));
            }
            starts.add(start);
            batches.add(CompiledRules.of(subject.questionnaire(), RuleSet.ofProbes(probes, subject.thresholds())));
        }
    }

    /** {@code POWER-01#m7}: a rule that the engine can tell from the others of the same id. */
    private Rule named(Rule rule) {
        int number = numbered.merge(rule.id(), 1, Integer::sum);
        return new Rule(
                rule.id() + "#m" + number, rule.metadata(), rule.conditions(), rule.consequences(), rule.position());
    }

    /** The positions of the rules that match. */
    BitSet matching(Situation situation) {
        BitSet all = new BitSet();
        for (int i = 0; i < batches.size(); i++) {
            int start = starts.get(i);
            batches.get(i).evaluate(situation).notes().stream().forEach(position -> all.set(start + position));
        }
        return all;
    }

    @Override
    public void close() {
        batches.forEach(CompiledRules::close);
    }
}
