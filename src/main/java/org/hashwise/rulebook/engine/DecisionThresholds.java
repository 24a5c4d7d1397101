package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.hashwise.advice.DecisionThreshold;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.ExpressionEvaluator;
import org.hashwise.rulebook.language.ExpressionText;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;

/**
 * The numeric thresholds at which conditions of rules change, found in their syntax. Whether a condition holds is never
 * judged by this: the places say only where it is worth asking the engine again.
 */
public final class DecisionThresholds {

    private final ConditionEvaluator conditions;
    private final Map<String, DecisionThreshold> found = new LinkedHashMap<>();

    private DecisionThresholds(RulebookContents contents) {
        this.conditions = new ConditionEvaluator(contents.questionnaire(), contents.thresholds());
    }

    /** Every comparison of numbers of the company, once, in the order of the rules. */
    public static List<DecisionThreshold> of(RulebookContents contents) {
        DecisionThresholds points = new DecisionThresholds(contents);
        List<Rule> deciding = new ArrayList<>(contents.rules());
        deciding.removeAll(contents.plausibility());
        for (Rule rule : deciding) {
            rule.walk(condition -> {
                if (condition instanceof Pattern pattern) {
                    points.collect(pattern, rule);
                }
            });
        }
        return List.copyOf(points.found.values());
    }

    private void collect(Pattern pattern, Rule rule) {
        ExpressionEvaluator<Situation> values = conditions.values(pattern, rule);
        pattern.constraints()
                .forEach(constraint -> constraint.walk(part -> {
                    if (part instanceof Expression.Comparison it) {
                        values.gap(it.left(), it.right())
                                .ifPresent(gap -> add(pattern, it.left(), it.right(), rule, gap));
                    } else if (part instanceof Expression.Membership it) {
                        it.values()
                                .forEach(value -> values.gap(it.element(), value)
                                        .ifPresent(gap -> add(pattern, it.element(), value, rule, gap)));
                    }
                }));
    }

    private void add(Pattern pattern, Expression left, Expression right, Rule rule, ToDoubleFunction<Situation> gap) {
        FactSchema schema = conditions.fields().schema();
        Set<String> reads = new HashSet<>();
        StringBuilder text = new StringBuilder();
        for (Expression side : List.of(left, right)) {
            text.append(pattern.fact())
                    .append('.')
                    .append(ExpressionText.of(side))
                    .append(' ');
            side.walk(part -> {
                if (part instanceof Expression.Field it) {
                    schema.field(pattern.fact(), it.name()).ifPresent(field -> reads.add(field.id()));
                } else if (part instanceof Expression.Variable it) {
                    // The name of a variable means another field in another rule, so it is written out.
                    schema.bound(rule, it.name())
                            .ifPresent(field -> text.append(field.id()).append(' '));
                    schema.allBound(rule, it.name()).forEach(field -> reads.add(field.id()));
                }
            });
        }
        found.putIfAbsent(text.toString(), new DecisionThreshold(gap, reads, conditions.questionnaire()));
    }
}
