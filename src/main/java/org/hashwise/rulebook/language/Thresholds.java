package org.hashwise.rulebook.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The thresholds that a rule reads. */
public final class Thresholds {

    private Thresholds() {}

    /** The names of the thresholds that a rule mentions, in the order of the rule. */
    public static Set<String> in(Rule rule) {
        Set<String> names = new LinkedHashSet<>();
        rule.walkExpressions(part -> note(part, names));
        rule.consequences()
                .forEach(consequence -> consequence
                        .arguments()
                        .forEach(argument ->
                                argument.suggestion().ifPresent(value -> value.walk(part -> note(part, names)))));
        return names;
    }

    /** The names of the thresholds in some constraints, in their order. */
    public static Set<String> in(List<Expression> constraints) {
        Set<String> names = new LinkedHashSet<>();
        constraints.forEach(constraint -> constraint.walk(part -> note(part, names)));
        return names;
    }

    private static void note(Expression part, Set<String> names) {
        if (part instanceof Expression.Threshold threshold) {
            names.add(threshold.name());
        }
    }
}
