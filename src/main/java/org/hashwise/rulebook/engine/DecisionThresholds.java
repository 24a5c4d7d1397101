package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hashwise.advice.DecisionThreshold;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.ExpressionText;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.FactSchema.Field;
import org.hashwise.rulebook.language.FactSchema.Type;
import org.hashwise.rulebook.language.Rule;

/**
 * Finds the numbers at which rules may change their mind in the syntax of the rules. Whether a condition holds is never
 * judged by this: the places say only where it is worth asking the engine again.
 */
public final class DecisionThresholds {

    private final Questionnaire questionnaire;
    private final FactSchema vocabulary;
    private final Map<String, Double> thresholds;
    private final Map<String, DecisionThreshold> found = new LinkedHashMap<>();
    private final Map<String, Field> variables = new HashMap<>();

    private DecisionThresholds(Questionnaire questionnaire, Map<String, Double> thresholds) {
        this.questionnaire = questionnaire;
        this.vocabulary = new FactSchema(questionnaire);
        this.thresholds = thresholds;
    }

    /** Every comparison of numbers of the company, once, in the order of the rules. */
    public static List<DecisionThreshold> of(
            Questionnaire questionnaire, List<Rule> rules, Map<String, Double> thresholds) {
        DecisionThresholds points = new DecisionThresholds(questionnaire, thresholds);
        for (Rule rule : rules) {
            points.variables.clear();
            rule.walk(points::collect);
        }
        return List.copyOf(points.found.values());
    }

    private void collect(Condition condition) {
        if (condition instanceof Pattern pattern) {
            pattern.bindings()
                    .forEach(binding -> vocabulary
                            .field(pattern.fact(), binding.field())
                            .ifPresent(field -> variables.put(binding.variable(), field)));
            pattern.constraints().forEach(constraint -> constraint.walk(part -> collect(pattern.fact(), part)));
        }
    }

    private void collect(String fact, Expression part) {
        if (part instanceof Expression.Comparison it) {
            add(fact, it.left(), it.right());
        } else if (part instanceof Expression.Membership it) {
            it.values().forEach(value -> add(fact, it.element(), value));
        }
    }

    private void add(String fact, Expression left, Expression right) {
        List<ToDoubleFunction<Situation>> sides = new ArrayList<>();
        number(fact, left).ifPresent(sides::add);
        number(fact, right).ifPresent(sides::add);
        if (sides.size() == 2) {
            ToDoubleFunction<Situation> minuend = sides.get(0);
            ToDoubleFunction<Situation> subtrahend = sides.get(1);
            String key = text(fact, left) + " - " + text(fact, right);
            found.putIfAbsent(key, situation -> minuend.applyAsDouble(situation) - subtrahend.applyAsDouble(situation));
        }
    }

    // The name of a variable means another field in another rule, so it is written out.
    private String text(String fact, Expression expression) {
        StringBuilder text = new StringBuilder(fact).append('.').append(ExpressionText.of(expression));
        expression.walk(part -> {
            if (part instanceof Expression.Variable it) {
                Field field = variables.get(it.name());
                text.append(' ').append(field == null ? "" : field.id());
            }
        });
        return text.toString();
    }

    /** How to work a side out for a company; empty when it is no number, or none of the company. */
    private Optional<ToDoubleFunction<Situation>> number(String fact, Expression side) {
        if (side instanceof Expression.NumberValue it) {
            double value = it.value();
            return Optional.of(situation -> value);
        } else if (side instanceof Expression.Threshold it) {
            double value = thresholds.getOrDefault(it.name(), 0.0);
            return Optional.of(situation -> value);
        } else if (side instanceof Expression.Field it) {
            return vocabulary.field(fact, it.name()).flatMap(this::read);
        } else if (side instanceof Expression.Variable it) {
            return Optional.ofNullable(variables.get(it.name())).flatMap(this::read);
        } else if (side instanceof Expression.Minus it) {
            return number(fact, it.operand()).map(operand -> situation -> -operand.applyAsDouble(situation));
        } else if (side instanceof Expression.Arithmetic it) {
            return number(fact, it.left())
                    .flatMap(left -> number(fact, it.right()).map(right -> arithmetic(it.operator(), left, right)));
        }
        return Optional.empty();
    }

    private Optional<ToDoubleFunction<Situation>> read(Field field) {
        if (field.type() != Type.NUMBER || field.id().isEmpty()) {
            return Optional.empty();
        }
        Optional<Metric> metric = Metric.ofId(field.id());
        if (metric.isPresent()) {
            int ordinal = metric.get().ordinal();
            return Optional.of(situation -> situation.metricAt(ordinal));
        }
        int position = questionnaire.position(field.id());
        return Optional.of(situation -> situation.numberAt(position));
    }

    private static ToDoubleFunction<Situation> arithmetic(
            String operator, ToDoubleFunction<Situation> left, ToDoubleFunction<Situation> right) {
        return switch (operator) {
            case "+" -> situation -> left.applyAsDouble(situation) + right.applyAsDouble(situation);
            case "-" -> situation -> left.applyAsDouble(situation) - right.applyAsDouble(situation);
            case "*" -> situation -> left.applyAsDouble(situation) * right.applyAsDouble(situation);
            default -> situation -> left.applyAsDouble(situation) / right.applyAsDouble(situation);
        };
    }
}
