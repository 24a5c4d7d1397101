package org.hashwise.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.hashwise.advice.Strategy;
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
import org.hashwise.rulebook.language.Expression.Variable;
import org.hashwise.rulebook.language.Expression.YesNoValue;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.Operator;

/**
 * Java for an expression of a rule.
 *
 * @param code the Java
 * @param kind what its value is
 */
record JavaTerm(String code, Kind kind) {

    enum Kind {
        /** A {@code double}. */
        NUMBER,
        /** A {@code boolean}. */
        YES_NO,
        /** A {@link String}. */
        TEXT,
        /** The ordinal of a strategy, as a programmer would write it. */
        STRATEGY
    }

    /** Writes expressions: fields as the fact says, variables as they were bound, thresholds as numbers. */
    static final class Writer {

        private final Map<String, Double> thresholds;
        private final Function<String, JavaTerm> fields;
        private final Map<String, JavaTerm> variables;

        Writer(Map<String, Double> thresholds, Function<String, JavaTerm> fields, Map<String, JavaTerm> variables) {
            this.thresholds = thresholds;
            this.fields = fields;
            this.variables = new LinkedHashMap<>(variables);
        }

        String condition(Expression expression) {
            return of(expression).code();
        }

        private JavaTerm of(Expression expression) {
            if (expression instanceof Field it) {
                return fields.apply(it.name());
            } else if (expression instanceof Variable it) {
                return variables.get(it.name());
            } else if (expression instanceof Threshold it) {
                return number(Double.toString(thresholds.get(it.name())));
            } else if (expression instanceof NumberValue it) {
                return number(Double.toString(it.value()));
            } else if (expression instanceof TextValue it) {
                return new JavaTerm(quoted(it.value()), Kind.TEXT);
            } else if (expression instanceof YesNoValue it) {
                return yesNo(Boolean.toString(it.value()));
            } else if (expression instanceof Minus it) {
                return number("-(" + of(it.operand()).code() + ")");
            } else if (expression instanceof Negation it) {
                return yesNo("!(" + condition(it.operand()) + ")");
            } else if (expression instanceof Junction it) {
                return yesNo("(" + condition(it.left()) + " " + it.operator() + " " + condition(it.right()) + ")");
            } else if (expression instanceof Arithmetic it) {
                return number("(" + of(it.left()).code() + " " + it.operator() + " " + of(it.right()).code() + ")");
            } else if (expression instanceof Comparison it) {
                return yesNo(compared(of(it.left()), it.operator(), of(it.right())));
            } else if (expression instanceof Membership it) {
                return yesNo(member(it));
            }
            throw new IllegalStateException(expression.toString());
        }

        private String member(Membership it) {
            String junction = it.negated() ? " && " : " || ";
            Operator operator = it.negated() ? Operator.UNEQUAL : Operator.EQUAL;
            return it.values().stream()
                    .map(value -> compared(of(it.element()), operator, of(value)))
                    .collect(java.util.stream.Collectors.joining(junction, "(", ")"));
        }

        private static String compared(JavaTerm left, Operator operator, JavaTerm right) {
            if (left.kind() == Kind.STRATEGY || right.kind() == Kind.STRATEGY) {
                return ordinal(left) + " " + operator + " " + ordinal(right);
            } else if (left.kind() == Kind.TEXT) {
                return (operator == Operator.UNEQUAL ? "!" : "") + left.code() + ".equals(" + right.code() + ")";
            }
            return left.code() + " " + operator + " " + right.code();
        }

        private static String ordinal(JavaTerm term) {
            if (term.kind() == Kind.STRATEGY) {
                return term.code();
            }
            String name = term.code().substring(1, term.code().length() - 1);
            return Integer.toString(Strategy.valueOf(name).ordinal());
        }
    }

    static JavaTerm number(String code) {
        return new JavaTerm(code, Kind.NUMBER);
    }

    static JavaTerm yesNo(String code) {
        return new JavaTerm(code, Kind.YES_NO);
    }

    static JavaTerm strategy(String code) {
        return new JavaTerm(code, Kind.STRATEGY);
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
