package org.hashwise.rulebook.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.jspecify.annotations.Nullable;

/** The values of what stands left and right of a comparison, to be shown; whether it holds is for the engine to say. */
public final class Operands {

    private final FactSchema vocabulary;
    private final Map<String, Double> thresholds;
    private final Situation situation;
    private final Map<String, String> idByVariable = new HashMap<>();

    public Operands(FactSchema vocabulary, Map<String, Double> thresholds, Situation situation, Rule rule) {
        this.vocabulary = vocabulary;
        this.thresholds = thresholds;
        this.situation = situation;
        rule.walk(condition -> {
            if (condition instanceof Pattern pattern) {
                pattern.bindings()
                        .forEach(binding -> vocabulary
                                .field(pattern.fact(), binding.field())
                                .ifPresent(field -> idByVariable.put(binding.variable(), field.id())));
            }
        });
    }

    /** A number, a word, a boolean or a list of them; null when the operand is no figure of the company. */
    public @Nullable Object of(String fact, Expression operand) {
        if (operand instanceof Expression.Field it) {
            return vocabulary
                    .field(fact, it.name())
                    .flatMap(field -> value(field.id(), situation))
                    .orElse(null);
        } else if (operand instanceof Expression.Variable it) {
            return value(idByVariable.getOrDefault(it.name(), ""), situation).orElse(null);
        } else if (operand instanceof Expression.Threshold it) {
            return thresholds.get(it.name());
        } else if (operand instanceof Expression.NumberValue it) {
            return it.value();
        } else if (operand instanceof Expression.TextValue it) {
            return it.value();
        } else if (operand instanceof Expression.YesNoValue it) {
            return it.value();
        } else if (operand instanceof Expression.Minus it) {
            return of(fact, it.operand()) instanceof Double number ? -number : null;
        } else if (operand instanceof Expression.Arithmetic it) {
            return arithmetic(it.operator(), of(fact, it.left()), of(fact, it.right()));
        }
        return null;
    }

    List<Object> all(String fact, List<Expression> operands) {
        return operands.stream()
                .flatMap(operand -> Optional.ofNullable(of(fact, operand)).stream())
                .toList();
    }

    private static @Nullable Object arithmetic(String operator, @Nullable Object left, @Nullable Object right) {
        if (!(left instanceof Double a) || !(right instanceof Double b)) {
            return null;
        }
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            default -> a / b;
        };
    }

    /** The value of a question or metric; empty when there is none or it is no single value. */
    public static Optional<Object> value(String id, Situation situation) {
        Optional<Metric> metric = Metric.ofId(id);
        if (metric.isPresent()) {
            return Optional.of(situation.metric(metric.get()));
        }
        int position = situation.questionnaire().position(id);
        Answer answer = position < 0 ? null : situation.valueAt(position);
        if (answer instanceof Answer.Number number) {
            return Optional.of(number.value());
        } else if (answer instanceof Answer.Choice choice) {
            return Optional.of(choice.value());
        } else if (answer instanceof Answer.YesNo yesNo) {
            return Optional.of(yesNo.value());
        }
        return Optional.empty();
    }
}
