package org.hashwise.bench;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Expression.Arithmetic;
import org.hashwise.rulebook.language.Expression.Comparison;
import org.hashwise.rulebook.language.Expression.Field;
import org.hashwise.rulebook.language.Expression.Junction;
import org.hashwise.rulebook.language.Expression.Membership;
import org.hashwise.rulebook.language.Expression.Minus;
import org.hashwise.rulebook.language.Expression.Negation;
import org.hashwise.rulebook.language.Expression.NumberValue;
import org.hashwise.rulebook.language.Expression.TextValue;
import org.hashwise.rulebook.language.Expression.Threshold;
import org.hashwise.rulebook.language.Expression.YesNoValue;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.LogicalOperator;
import org.hashwise.rulebook.language.Operator;
import org.hashwise.rulebook.language.Rule;

/** Rules of plain comparisons as FEEL, the expression language of DMN: {@code Power.largestSiteMw >= 100}. */
final class Feel {

    private final Map<String, Double> thresholds;

    Feel(Map<String, Double> thresholds) {
        this.thresholds = thresholds;
    }

    /** True when all that a rule says is comparisons of the company's fields. */
    static boolean canSay(Rule rule) {
        return rule.conditions().stream()
                .allMatch(condition -> condition instanceof Pattern it
                        && it.bindings().isEmpty()
                        && !it.constraints().isEmpty()
                        && FactSchema.isCompany(it.fact()));
    }

    String of(Rule rule) {
        return joined(rule.conditions().stream().map(this::pattern).toList(), " and ");
    }

    private String pattern(Condition condition) {
        Pattern it = (Pattern) condition;
        return joined(it.constraints().stream().map(part -> of(it.fact(), part)).toList(), " and ");
    }

    private static String joined(List<String> parts, String word) {
        return parts.stream().collect(Collectors.joining(word, "(", ")"));
    }

    private String of(String fact, Expression expression) {
        if (expression instanceof Field it) {
            return fact + "." + it.name();
        } else if (expression instanceof Threshold it) {
            return number(thresholds.get(it.name()));
        } else if (expression instanceof NumberValue it) {
            return number(it.value());
        } else if (expression instanceof TextValue it) {
            return JavaTerm.quoted(it.value());
        } else if (expression instanceof YesNoValue it) {
            return Boolean.toString(it.value());
        } else if (expression instanceof Minus it) {
            return "(0 - " + of(fact, it.operand()) + ")";
        } else if (expression instanceof Negation it) {
            return "not(" + of(fact, it.operand()) + ")";
        } else if (expression instanceof Junction it) {
            String word = it.operator() == LogicalOperator.AND ? " and " : " or ";
            return joined(List.of(of(fact, it.left()), of(fact, it.right())), word);
        } else if (expression instanceof Arithmetic it) {
            return joined(List.of(of(fact, it.left()), of(fact, it.right())), " " + it.operator() + " ");
        } else if (expression instanceof Comparison it) {
            String operator = it.operator() == Operator.EQUAL ? "=" : it.operator().symbol();
            return joined(List.of(of(fact, it.left()), of(fact, it.right())), " " + operator + " ");
        } else if (expression instanceof Membership it) {
            String operator = it.negated() ? " != " : " = ";
            return joined(
                    it.values().stream()
                            .map(value -> of(fact, it.element()) + operator + of(fact, value))
                            .toList(),
                    it.negated() ? " and " : " or ");
        }
        throw new IllegalStateException(expression.toString());
    }

    private static String number(double value) {
        return new BigDecimal(Double.toString(value)).toPlainString();
    }
}
