package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.Expression.Comparison;
import org.hashwise.rulebook.language.Expression.Membership;
import org.hashwise.rulebook.language.ExpressionText;
import org.hashwise.rulebook.language.Operator;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleEdit;

/** Generator of the mutants of a rule: every small mistake, one at a time. */
final class Mutants {

    private final Steps steps;

    Mutants(Steps steps) {
        this.steps = steps;
    }

    /** The mutants in the order of the rule. */
    List<Mutant> of(Rule rule) {
        List<Mutant> mutants = new ArrayList<>();
        Set<Object> alone = lonelyConstraints(rule);
        for (Atom atom : Atom.in(rule)) {
            flips(atom, mutants);
            thresholds(atom, mutants);
            values(atom, mutants);
            if (!alone.contains(atom.expression())) {
                Rule changed = RuleEdit.drop(rule, atom.expression());
                mutants.add(Mutant.of(atom, Mutant.Mutator.CONDITION, changed, ""));
            }
        }
        rule.walk(condition -> {
            if (canGo(condition, rule)) {
                Rule changed = RuleEdit.drop(rule, condition);
                Optional<Atom> atom = Atom.in(rule).stream()
                        .filter(each -> each.holder() == condition && alone.contains(each.expression()))
                        .findFirst();
                String was = ExpressionText.of(condition);
                mutants.add(new Mutant(rule, Optional.of(changed), Mutant.Mutator.CONDITION, atom, was, ""));
            }
        });
        if (!rule.position().file().endsWith(".drl")) {
            mutants.add(new Mutant(rule, Optional.empty(), Mutant.Mutator.ROW, Optional.empty(), rule.name(), ""));
        }
        return mutants;
    }

    /** Constraints that are alone in a pattern that can be left out as a whole: the same mistake would count twice. */
    private static Set<Object> lonelyConstraints(Rule rule) {
        Set<Object> alone = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        rule.walk(condition -> {
            if (condition instanceof Condition.Pattern it && it.constraints().size() == 1 && canGo(it, rule)) {
                alone.add(it.constraints().get(0));
            }
        });
        return alone;
    }

    /** Returns whether nothing else in the rule needs what a condition names, and it is no part of an accumulation. */
    private static boolean canGo(Condition condition, Rule rule) {
        boolean[] part = {false};
        rule.walk(other -> part[0] |= (other instanceof Condition.Accumulate it && it.source() == condition)
                || ((other instanceof Condition.Not || other instanceof Condition.Exists)
                        && other.parts().contains(condition)));
        if (part[0]) {
            return false;
        }
        Set<String> named = new HashSet<>();
        condition.walk(inner -> named.addAll(names(inner)));
        Rule rest = RuleEdit.drop(rule, condition);
        Set<String> used = new HashSet<>();
        rest.walk(other -> used.addAll(uses(other)));
        rest.consequences().stream()
                .flatMap(consequence -> consequence.arguments().stream())
                .map(Consequence.Argument::text)
                .forEach(used::add);
        used.retainAll(named);
        return used.isEmpty();
    }

    private static List<String> names(Condition condition) {
        if (condition instanceof Condition.Pattern it) {
            return it.bindings().stream().map(Condition.Binding::variable).toList();
        } else if (condition instanceof Condition.Accumulate it) {
            return it.folds().stream().map(Condition.Fold::variable).toList();
        }
        return List.of();
    }

    private static Set<String> uses(Condition condition) {
        Set<String> used = new HashSet<>();
        if (condition instanceof Condition.Accumulate it) {
            it.folds().forEach(fold -> used.add(fold.argument()));
        }
        condition
                .expressions()
                .forEach(constraint -> constraint.walk(part -> {
                    if (part instanceof Expression.Variable variable) {
                        used.add(variable.name());
                    }
                }));
        return used;
    }

    private static void flips(Atom atom, List<Mutant> mutants) {
        if (atom.expression() instanceof Comparison it) {
            it.operator()
                    .withOtherBorder()
                    .ifPresent(border -> add(atom, Mutant.Mutator.BORDER, it, with(it, border), mutants));
            add(atom, Mutant.Mutator.COMPARISON, it, with(it, it.operator().negate()), mutants);
        } else if (atom.expression() instanceof Membership it) {
            Membership flipped = new Membership(it.element(), !it.negated(), it.values(), it.position());
            add(atom, Mutant.Mutator.COMPARISON, it, flipped, mutants);
        }
    }

    private static Comparison with(Comparison it, Operator operator) {
        return new Comparison(it.left(), operator, it.right(), it.position());
    }

    private void thresholds(Atom atom, List<Mutant> mutants) {
        atom.expression().walk(part -> {
            for (double moved : steps.around(part, atom)) {
                Expression.NumberValue number = new Expression.NumberValue(moved, part.position());
                add(atom, Mutant.Mutator.THRESHOLD, part, number, mutants);
            }
        });
    }

    private static void values(Atom atom, List<Mutant> mutants) {
        if (atom.expression() instanceof Membership it && it.values().size() > 1) {
            for (Expression left : it.values()) {
                List<Expression> others =
                        it.values().stream().filter(value -> value != left).toList();
                Membership fewer = new Membership(it.element(), it.negated(), others, it.position());
                add(atom, Mutant.Mutator.VALUE, it, fewer, mutants);
            }
        }
    }

    private static void add(
            Atom atom, Mutant.Mutator mutator, Expression part, Expression replacement, List<Mutant> mutants) {
        Rule changed = RuleEdit.replace(atom.rule(), part, replacement);
        String becomes = ExpressionText.of(RuleEdit.replace(atom.expression(), part, replacement));
        mutants.add(Mutant.of(atom, mutator, changed, becomes));
    }
}
