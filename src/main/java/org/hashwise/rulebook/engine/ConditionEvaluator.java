package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Expression;

/** Says for which values of its variables the conditions of a rule hold. */
final class ConditionEvaluator {

    private static final Function<String, Object> NO_FACT = field -> {
        throw new IllegalArgumentException(field);
    };

    private final WorkingFacts facts;
    private final Map<String, Double> thresholds;

    ConditionEvaluator(WorkingFacts facts, Map<String, Double> thresholds) {
        this.facts = facts;
        this.thresholds = thresholds;
    }

    boolean matches(List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (!(condition instanceof Condition.Pattern pattern)
                    || !pattern.bindings().isEmpty()) {
                return !matchesOf(conditions).isEmpty();
            }
            if (!exists(pattern)) {
                return false;
            }
        }
        return true;
    }

    // Most rules match the company alone and name nothing; for them nothing has to be collected.
    private boolean exists(Condition.Pattern it) {
        for (Function<String, Object> fact : facts.of(it.fact())) {
            if (hold(it.constraints(), fact, Map.of())) {
                return true;
            }
        }
        return false;
    }

    /** The variables of each match. */
    List<Map<String, Object>> matchesOf(List<Condition> conditions) {
        return all(conditions, Map.of());
    }

    private List<Map<String, Object>> all(List<Condition> conditions, Map<String, Object> variables) {
        List<Map<String, Object>> matches = List.of(variables);
        for (Condition condition : conditions) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> match : matches) {
                longer.addAll(one(condition, match));
            }
            matches = longer;
        }
        return matches;
    }

    private List<Map<String, Object>> one(Condition condition, Map<String, Object> variables) {
        if (condition instanceof Condition.Pattern it) {
            return pattern(it, variables);
        } else if (condition instanceof Condition.Not it) {
            return one(it.operand(), variables).isEmpty() ? List.of(variables) : List.of();
        } else if (condition instanceof Condition.Exists it) {
            return one(it.operand(), variables).isEmpty() ? List.of() : List.of(variables);
        } else if (condition instanceof Condition.And it) {
            return all(it.operands(), variables);
        } else if (condition instanceof Condition.Or it) {
            return it.operands().stream()
                    .flatMap(operand -> one(operand, variables).stream())
                    .toList();
        } else if (condition instanceof Condition.Accumulate it) {
            return accumulate(it, variables);
        }
        throw new IllegalStateException(condition.toString());
    }

    private List<Map<String, Object>> pattern(Condition.Pattern it, Map<String, Object> variables) {
        List<Map<String, Object>> matches = new ArrayList<>();
        for (Function<String, Object> fact : facts.of(it.fact())) {
            Map<String, Object> named = named(it, fact, variables);
            if (hold(it.constraints(), fact, named)) {
                matches.add(named);
            }
        }
        return matches;
    }

    private static Map<String, Object> named(
            Condition.Pattern it, Function<String, Object> fact, Map<String, Object> variables) {
        if (it.bindings().isEmpty()) {
            return variables;
        }
        Map<String, Object> named = new LinkedHashMap<>(variables);
        it.bindings().forEach(binding -> named.put(binding.variable(), fact.apply(binding.field())));
        return named;
    }

    private List<Map<String, Object>> accumulate(Condition.Accumulate it, Map<String, Object> variables) {
        List<Map<String, Object>> matches = pattern(it.source(), variables);
        Map<String, Object> named = new LinkedHashMap<>(variables);
        for (Condition.Fold fold : it.folds()) {
            var values = matches.stream().mapToDouble(match -> number(match.getOrDefault(fold.argument(), 0.0)));
            named.put(
                    fold.variable(),
                    switch (fold.function()) {
                        case "count" -> (double) matches.size();
                        case "min" -> values.min().orElse(Double.POSITIVE_INFINITY);
                        case "max" -> values.max().orElse(Double.NEGATIVE_INFINITY);
                        default -> values.sum();
                    });
        }
        return hold(it.constraints(), NO_FACT, named) ? List.of(named) : List.of();
    }

    // A loop, as this is where most of the time goes.
    private boolean hold(List<Expression> constraints, Function<String, Object> fact, Map<String, Object> variables) {
        for (Expression constraint : constraints) {
            if (!holds(constraint, fact, variables)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Expression expression, Function<String, Object> fact, Map<String, Object> variables) {
        return (Boolean) value(expression, fact, variables);
    }

    private Object value(Expression expression, Function<String, Object> fact, Map<String, Object> variables) {
        if (expression instanceof Expression.Field it) {
            return fact.apply(it.name());
        } else if (expression instanceof Expression.Variable it) {
            return variables.getOrDefault(it.name(), "");
        } else if (expression instanceof Expression.Threshold it) {
            return thresholds.getOrDefault(it.name(), 0.0);
        } else if (expression instanceof Expression.NumberValue it) {
            return it.value();
        } else if (expression instanceof Expression.TextValue it) {
            return it.value();
        } else if (expression instanceof Expression.YesNoValue it) {
            return it.value();
        } else if (expression instanceof Expression.Minus it) {
            return -number(value(it.operand(), fact, variables));
        } else if (expression instanceof Expression.Negation it) {
            return !holds(it.operand(), fact, variables);
        } else if (expression instanceof Expression.Junction it) {
            return it.operator().equals("&&")
                    ? holds(it.left(), fact, variables) && holds(it.right(), fact, variables)
                    : holds(it.left(), fact, variables) || holds(it.right(), fact, variables);
        } else if (expression instanceof Expression.Membership it) {
            Object element = value(it.element(), fact, variables);
            return it.negated() != it.values().stream().anyMatch(value -> same(element, value(value, fact, variables)));
        } else if (expression instanceof Expression.Arithmetic it) {
            double left = number(value(it.left(), fact, variables));
            double right = number(value(it.right(), fact, variables));
            return switch (it.operator()) {
                case "+" -> left + right;
                case "-" -> left - right;
                case "*" -> left * right;
                default -> left / right;
            };
        } else if (expression instanceof Expression.Comparison it) {
            return compare(it.operator(), value(it.left(), fact, variables), value(it.right(), fact, variables));
        }
        throw new IllegalStateException(expression.toString());
    }

    private static boolean compare(String operator, Object left, Object right) {
        return switch (operator) {
            case "==" -> same(left, right);
            case "!=" -> !same(left, right);
            case "<" -> number(left) < number(right);
            case "<=" -> number(left) <= number(right);
            case ">" -> number(left) > number(right);
            default -> number(left) >= number(right);
        };
    }

    private static boolean same(Object left, Object right) {
        return left instanceof Double number ? number == number(right) : left.equals(right);
    }

    private static double number(Object value) {
        return (Double) value;
    }
}
