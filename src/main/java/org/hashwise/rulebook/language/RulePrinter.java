package org.hashwise.rulebook.language;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Canonical form of checked rules and expressions, with the values of thresholds: equal texts mean the same. */
public final class RulePrinter {

    private final Map<String, Double> thresholds;
    private final Function<Consequence, String> consequences;

    /**
     * @param thresholds values by name; written as plain numbers
     * @param consequences the text of a consequence
     */
    public RulePrinter(Map<String, Double> thresholds, Function<Consequence, String> consequences) {
        this.thresholds = thresholds;
        this.consequences = consequences;
    }

    public String print(Rule rule) {
        String statement = rule.consequences().stream().map(consequences).collect(Collectors.joining("\n    "));
        StringBuilder text = new StringBuilder("rule \"").append(rule.id()).append("\"\nwhen\n");
        rule.conditions()
                .forEach(condition ->
                        text.append("    ").append(print(condition)).append('\n'));
        return text.append("then\n    ").append(statement).append("\nend\n").toString();
    }

    private String print(Condition condition) {
        if (condition instanceof Condition.Pattern it) {
            return pattern(it);
        } else if (condition instanceof Condition.Not it) {
            return "not( " + print(it.operand()) + " )";
        } else if (condition instanceof Condition.Exists it) {
            return "exists( " + print(it.operand()) + " )";
        } else if (condition instanceof Condition.And it) {
            return joined(it.operands(), " and ");
        } else if (condition instanceof Condition.Or it) {
            return joined(it.operands(), " or ");
        } else if (condition instanceof Condition.Accumulate it) {
            return accumulate(it);
        }
        throw new IllegalStateException(condition.toString());
    }

    private String joined(List<Condition> operands, String word) {
        return operands.stream().map(this::print).collect(Collectors.joining(word, "( ", " )"));
    }

    private String pattern(Condition.Pattern pattern) {
        String bindings = pattern.bindings().stream()
                .map(binding -> binding.variable() + " : " + binding.field())
                .collect(Collectors.joining(", "));
        String constraints = constraints(pattern.constraints());
        String separator = bindings.isEmpty() || constraints.isEmpty() ? "" : ", ";
        return pattern.fact() + "( " + bindings + separator + constraints + " )";
    }

    private String accumulate(Condition.Accumulate it) {
        String folds = it.folds().stream()
                .map(fold -> fold.variable() + " : " + fold.function() + "( " + fold.argument() + " )")
                .collect(Collectors.joining(", "));
        String constraints = constraints(it.constraints());
        String separator = constraints.isEmpty() ? "" : "; ";
        return "accumulate( " + pattern(it.source()) + "; " + folds + separator + constraints + " )";
    }

    private String constraints(List<Expression> constraints) {
        return constraints.stream().map(this::print).collect(Collectors.joining(", "));
    }

    /** An expression with the values of thresholds; the same text means the same. */
    public String print(Expression expression) {
        if (expression instanceof Expression.Threshold it) {
            return number(thresholds.getOrDefault(it.name(), 0.0));
        } else if (expression instanceof Expression.NumberValue it) {
            return number(it.value());
        } else if (expression instanceof Expression.Comparison it) {
            return binary(it.left(), it.operator(), it.right());
        } else if (expression instanceof Expression.Binary it) {
            return "( " + binary(it.left(), it.operator(), it.right()) + " )";
        } else if (expression instanceof Expression.Negation it) {
            return "!( " + print(it.operand()) + " )";
        } else if (expression instanceof Expression.Minus it) {
            return "( 0 - " + print(it.operand()) + " )";
        } else if (expression instanceof Expression.Membership it) {
            return membership(it);
        }
        return ExpressionText.of(expression); // names, words and truth values, as analysts write them
    }

    private String binary(Expression left, Enum<?> operator, Expression right) {
        return print(left) + " " + operator + " " + print(right);
    }

    private String membership(Expression.Membership it) {
        LogicalOperator junction = it.negated() ? LogicalOperator.AND : LogicalOperator.OR;
        Operator operator = it.negated() ? Operator.UNEQUAL : Operator.EQUAL;
        return it.values().stream()
                .map(value -> binary(it.element(), operator, value))
                .collect(Collectors.joining(" " + junction + " ", "( ", " )"));
    }

    // A double in plain digits: the rule language has no exponents.
    private static String number(double value) {
        String digits = new java.math.BigDecimal(Double.toString(value)).toPlainString();
        return digits.contains(".") ? digits : digits + ".0";
    }
}
