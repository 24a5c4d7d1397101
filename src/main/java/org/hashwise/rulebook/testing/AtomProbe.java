package org.hashwise.rulebook.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Condition.Accumulate;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.Rule;

/** Writes the rule that matches when one elementary condition holds, and the one that matches when it does not. */
final class AtomProbe {

    private AtomProbe() {}

    static Rule of(Atom atom, int number, boolean held) {
        Expression expression = held
                ? atom.expression()
                : new Expression.Negation(atom.expression(), atom.expression().position());
        List<Condition> conditions = readsVariable(atom.expression()) ? before(atom) : new ArrayList<>();
        conditions.add(only(atom.holder(), expression));
        Rule rule = atom.rule();
        String name = rule.id() + "#" + number + (held ? "+" : "-");
        return new Rule(name, Map.of(), conditions, List.of(), rule.position());
    }

    private static boolean readsVariable(Expression expression) {
        boolean[] found = {false};
        expression.walk(part -> found[0] |= part instanceof Expression.Variable);
        return found[0];
    }

    /** The conditions before it that give names to what it may read. */
    private static List<Condition> before(Atom atom) {
        List<Condition> naming = new ArrayList<>();
        for (Condition condition : atom.rule().conditions()) {
            boolean[] reached = {false};
            condition.walk(part -> reached[0] |= part == atom.holder());
            if (reached[0]) {
                break;
            }
            boolean names = condition instanceof Accumulate
                    || condition instanceof Pattern pattern
                            && !pattern.bindings().isEmpty();
            if (names) {
                naming.add(condition);
            }
        }
        return naming;
    }

    private static Condition only(Condition holder, Expression expression) {
        if (holder instanceof Accumulate it) {
            return new Accumulate(it.source(), it.folds(), List.of(expression), it.position());
        }
        Pattern pattern = (Pattern) holder;
        return new Pattern(pattern.fact(), pattern.bindings(), List.of(expression), pattern.position());
    }
}
