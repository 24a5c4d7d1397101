package org.hashwise.rulebook.language;

import java.util.LinkedHashSet;
import java.util.Set;

/** The thresholds that a rule reads. */
public final class Thresholds {

    private Thresholds() {}

    /** The names of the thresholds that a rule mentions, in the order of the rule. */
    public static Set<String> in(Rule rule) {
        Set<String> names = new LinkedHashSet<>();
        rule.walk(condition -> {
            if (condition instanceof Condition.Pattern pattern) {
                pattern.constraints().forEach(constraint -> constraint.walk(part -> note(part, names)));
            } else if (condition instanceof Condition.Accumulate accumulate) {
                accumulate.constraints().forEach(constraint -> constraint.walk(part -> note(part, names)));
            }
        });
        rule.consequences()
                .forEach(consequence -> consequence
                        .arguments()
                        .forEach(argument ->
                                argument.suggestion().ifPresent(value -> value.walk(part -> note(part, names)))));
        return names;
    }

    private static void note(Expression part, Set<String> names) {
        if (part instanceof Expression.Threshold threshold) {
            names.add(threshold.name());
        }
    }
}
