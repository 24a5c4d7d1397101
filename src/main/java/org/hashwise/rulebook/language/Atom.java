package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.List;

/**
 * One elementary condition of a rule: a comparison, a list of accepted values, or a field that is true or false.
 *
 * @param rule the whole rule
 * @param holder the pattern or accumulation that holds it between its parentheses
 * @param wanted what it must be if the rule is to fire; false after {@code not} and {@code !}
 * @param alternative whether it may fail because another one beside it may hold instead
 */
public record Atom(Rule rule, Condition holder, Expression expression, boolean wanted, boolean alternative) {

    /** The elementary conditions of a rule, in the order of the rule. */
    public static List<Atom> in(Rule rule) {
        List<Atom> atoms = new ArrayList<>();
        rule.conditions().forEach(condition -> collect(rule, condition, true, false, atoms));
        return atoms;
    }

    private static void collect(Rule rule, Condition condition, boolean wanted, boolean alternative, List<Atom> atoms) {
        if (condition instanceof Condition.Pattern it) {
            // a pattern after not is silenced by any one of its constraints
            boolean either = alternative || (!wanted && it.constraints().size() > 1);
            it.constraints().forEach(constraint -> collect(rule, it, constraint, wanted, either, atoms));
        } else if (condition instanceof Condition.Accumulate it) {
            it.source()
                    .constraints()
                    .forEach(constraint -> collect(rule, it.source(), constraint, wanted, alternative, atoms));
            it.constraints().forEach(constraint -> collect(rule, it, constraint, wanted, alternative, atoms));
        } else {
            boolean inner = condition instanceof Condition.Not != wanted;
            boolean either = alternative
                    || (condition instanceof Condition.Or && wanted)
                    || (condition instanceof Condition.And && !wanted);
            condition.parts().forEach(part -> collect(rule, part, inner, either, atoms));
        }
    }

    private static void collect(
            Rule rule, Condition holder, Expression expression, boolean wanted, boolean alternative, List<Atom> atoms) {
        if (expression instanceof Expression.Junction it) {
            boolean either = alternative || (it.operator() == LogicalOperator.OR) == wanted;
            collect(rule, holder, it.left(), wanted, either, atoms);
            collect(rule, holder, it.right(), wanted, either, atoms);
        } else if (expression instanceof Expression.Negation it) {
            collect(rule, holder, it.operand(), !wanted, alternative, atoms);
        } else {
            atoms.add(new Atom(rule, holder, expression, wanted, alternative));
        }
    }

    /** The fact whose fields it reads. */
    public String fact() {
        return holder instanceof Condition.Pattern it ? it.fact() : "accumulate";
    }

    /** The text, as an analyst would write it. */
    public String text() {
        return ExpressionText.of(expression);
    }

    /** The same with the fact: {@code Power( largestSiteMw >= Thresholds.largeSiteMw )}. */
    public String textWithFact() {
        return fact() + "( " + text() + " )";
    }
}
