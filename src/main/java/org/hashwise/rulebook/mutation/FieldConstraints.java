package org.hashwise.rulebook.mutation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.Expression.Comparison;
import org.hashwise.rulebook.language.Expression.Membership;
import org.hashwise.rulebook.language.Rule;
import org.jspecify.annotations.Nullable;

/** What a rule demands of single fields: comparisons of one field with fixed values. */
final class FieldConstraints {

    private final Map<String, Double> thresholds;

    FieldConstraints(Map<String, Double> thresholds) {
        this.thresholds = thresholds;
    }

    /** The demands of a rule on one kind of fact. */
    List<Atom> on(String fact, Rule rule) {
        return Atom.in(rule).stream()
                .filter(atom -> atom.fact().equals(fact) && field(atom).isPresent())
                .toList();
    }

    /** The demands of a rule on one field. */
    List<Atom> on(String fact, String field, Rule rule) {
        return on(fact, rule).stream()
                .filter(atom -> field(atom).filter(field::equals).isPresent())
                .toList();
    }

    /** The name of the field; empty when a condition does not compare one field with fixed values. */
    Optional<String> field(Atom atom) {
        Expression read = atom.expression();
        if (read instanceof Comparison it && constant(it.right()) != null) {
            read = it.left();
        } else if (read instanceof Membership it) {
            read = it.element();
        }
        return read instanceof Expression.Field field ? Optional.of(field.name()) : Optional.empty();
    }

    @Nullable
    Object constant(Expression expression) {
        if (expression instanceof Expression.Threshold it) {
            return thresholds.get(it.name());
        } else if (expression instanceof Expression.NumberValue it) {
            return it.value();
        } else if (expression instanceof Expression.TextValue it) {
            return it.value();
        } else if (expression instanceof Expression.YesNoValue it) {
            return it.value();
        }
        return null;
    }

    /** Whether all demands are met. */
    boolean areMet(List<Atom> demands, Function<String, Object> valueOfField) {
        return demands.stream()
                .allMatch(atom ->
                        holds(atom.expression(), valueOfField.apply(field(atom).orElseThrow())) == atom.wanted());
    }

    private boolean holds(Expression expression, Object answer) {
        if (expression instanceof Membership it) {
            boolean among = it.values().stream().anyMatch(value -> Objects.equals(constant(value), answer));
            return among != it.negated();
        }
        if (expression instanceof Expression.Field) {
            return answer.equals(true);
        }
        Comparison it = (Comparison) expression;
        Object border = constant(it.right());
        if (answer instanceof Double value && border instanceof Double limit) {
            return switch (it.operator()) {
                case "<" -> value < limit;
                case "<=" -> value <= limit;
                case ">" -> value > limit;
                case ">=" -> value >= limit;
                case "==" -> value.doubleValue() == limit;
                default -> value.doubleValue() != limit;
            };
        }
        return answer.equals(border) == it.operator().equals("==");
    }
}
