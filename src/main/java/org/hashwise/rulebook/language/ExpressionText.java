package org.hashwise.rulebook.language;

import java.util.stream.Collectors;
import org.hashwise.questionnaire.NumberNotation;

/** Source text of conditions and constraints, as analysts write them, with thresholds by name. */
public final class ExpressionText {

    private ExpressionText() {}

    public static String of(Expression expression) {
        if (expression instanceof Expression.Field it) {
            return it.name();
        } else if (expression instanceof Expression.Variable it) {
            return it.name();
        } else if (expression instanceof Expression.Threshold it) {
            return "Thresholds." + it.name();
        } else if (expression instanceof Expression.NumberValue it) {
            return number(it.value());
        } else if (expression instanceof Expression.TextValue it) {
            return '"' + it.value().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        } else if (expression instanceof Expression.YesNoValue it) {
            return Boolean.toString(it.value());
        } else if (expression instanceof Expression.Binary it) {
            return operand(it.left()) + " " + it.operator() + " " + operand(it.right());
        } else if (expression instanceof Expression.Negation it) {
            return "!( " + of(it.operand()) + " )";
        } else if (expression instanceof Expression.Minus it) {
            return "-" + operand(it.operand());
        } else if (expression instanceof Expression.Membership it) {
            return operand(it.element())
                    + (it.negated() ? " not in " : " in ")
                    + it.values().stream().map(ExpressionText::of).collect(Collectors.joining(", ", "(", ")"));
        }
        throw new IllegalStateException(expression.toString());
    }

    /** A condition; what it names is left out. */
    public static String of(Condition condition) {
        if (condition instanceof Condition.Pattern it) {
            return it.fact()
                    + it.constraints().stream().map(ExpressionText::of).collect(Collectors.joining(", ", "( ", " )"));
        } else if (condition instanceof Condition.Not it) {
            return "not " + of(it.operand());
        } else if (condition instanceof Condition.Exists it) {
            return "exists " + of(it.operand());
        } else if (condition instanceof Condition.Accumulate it) {
            return "accumulate( " + of(it.source())
                    + it.constraints().stream().map(ExpressionText::of).collect(Collectors.joining(", ", "; ", " )"));
        }
        String word = condition instanceof Condition.And ? " and " : " or ";
        return condition.parts().stream().map(ExpressionText::of).collect(Collectors.joining(word, "( ", " )"));
    }

    /** A number as people type it: {@code 0.05}, {@code 600000}. */
    public static String number(double value) {
        return NumberNotation.plain(value);
    }

    private static String operand(Expression expression) {
        return expression instanceof Expression.Binary ? "( " + of(expression) + " )" : of(expression);
    }
}
