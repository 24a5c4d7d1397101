package org.hashwise.rulebook.testing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.engine.CompiledRules;
import org.hashwise.rulebook.engine.Effect;
import org.hashwise.rulebook.engine.RuleSet;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Says for each elementary condition of each rule whether it holds. The engine itself decides: every condition is
 * compiled as two rules of its own, one for its truth and one for its untruth. Compile once, then ask for as many
 * situations as needed; thread-safe.
 */
public final class ConditionProbe implements AutoCloseable {

    private final FactSchema vocabulary;
    private final Map<String, Double> thresholds;
    private final List<Atom> atoms;
    private final CompiledRules compiled;

    private ConditionProbe(
            Questionnaire questionnaire, List<Rule> decision, List<Atom> atoms, Map<String, Double> thresholds) {
        this.vocabulary = new FactSchema(questionnaire);
        this.thresholds = Map.copyOf(thresholds);
        this.atoms = List.copyOf(atoms);
        List<Rule> probes = new ArrayList<>();
        for (int i = 0; i < atoms.size(); i++) {
            probes.add(AtomProbe.of(atoms.get(i), i, true));
            probes.add(AtomProbe.of(atoms.get(i), i, false));
        }
        this.compiled = CompiledRules.of(questionnaire, RuleSet.ofDecision(decision, probes, thresholds));
    }

    /**
     * Compiles the conditions of rules of the policy.
     *
     * @param thresholds values by name
     */
    public static ConditionProbe of(Questionnaire questionnaire, List<Rule> policy, Map<String, Double> thresholds) {
        return of(questionnaire, policy, List.of(), thresholds);
    }

    /** The same with the rules of the decision, whose conditions see the scores that the decision itself makes. */
    static ConditionProbe of(
            Questionnaire questionnaire, List<Rule> policy, List<Rule> decision, Map<String, Double> thresholds) {
        List<Atom> atoms = new ArrayList<>();
        policy.forEach(rule -> atoms.addAll(Atom.in(rule)));
        decision.forEach(rule -> atoms.addAll(Atom.in(rule)));
        return new ConditionProbe(questionnaire, decision, atoms, thresholds);
    }

    /** The conditions of a rule for a company, in the order of the rule; empty when there is no such rule. */
    public List<ConditionReading> read(String ruleId, Situation situation) {
        return read(situation).stream()
                .filter(reading -> reading.atom().rule().id().equals(ruleId))
                .toList();
    }

    /** The conditions of all rules for a company, in the order of the rules. */
    public List<ConditionReading> read(Situation situation) {
        Truths truths = truths(situation, List.of());
        List<ConditionReading> readings = new ArrayList<>();
        for (int i = 0; i < atoms.size(); i++) {
            readings.add(reading(atoms.get(i), truths.isTrue(i), situation));
        }
        return readings;
    }

    /**
     * For each condition, by its place in {@link #atoms()}, whether it is true of some fact and false of some fact; a
     * company is one fact of each kind, so there it is one or the other.
     */
    record Truths(BitSet notes) {
        boolean isTrue(int atom) {
            return notes.get(2 * atom);
        }

        boolean isFalse(int atom) {
            return notes.get(2 * atom + 1);
        }
    }

    /** @param effects what the policy found; only the conditions of the decision need it */
    Truths truths(Situation situation, List<Effect> effects) {
        return new Truths(compiled.evaluate(situation, effects).notes());
    }

    /** Every condition, in the order of the rules. */
    public List<Atom> atoms() {
        return atoms;
    }

    private ConditionReading reading(Atom atom, boolean held, Situation situation) {
        Operands operands = new Operands(vocabulary, thresholds, situation, atom.rule());
        Expression expression = atom.expression();
        @Nullable Object value = operands.of(atom.fact(), expression);
        @Nullable Object comparedWith = null;
        if (expression instanceof Expression.Comparison it) {
            value = operands.of(atom.fact(), it.left());
            comparedWith = operands.of(atom.fact(), it.right());
        } else if (expression instanceof Expression.Membership it) {
            value = operands.of(atom.fact(), it.element());
            comparedWith = operands.all(atom.fact(), it.values());
        }
        return new ConditionReading(atom, held, value, comparedWith);
    }

    @Override
    public void close() {
        compiled.close();
    }
}
