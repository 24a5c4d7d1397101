package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Evaluator of expressions: the semantics of the rule language. An expression is bound once to the values of its names and
 * then evaluated as often as needed. INVARIANT: says what Drools says, which a test holds for each condition
 * of each rule.
 *
 * @param <C> what expressions are evaluated for
 */
public final class ExpressionEvaluator<C> {

    private final Map<String, Double> thresholds;
    private final Names<C> names;

    /** @param thresholds values by name */
    public ExpressionEvaluator(Map<String, Double> thresholds, Names<C> names) {
        this.thresholds = thresholds;
        this.names = names;
    }

    /** The terms for the names in an expression; empty for names that have no value here. */
    public interface Names<C> {

        default Optional<Term<C>> field(String name) {
            return Optional.empty();
        }

        default Optional<Term<C>> variable(String name) {
            return Optional.empty();
        }
    }

    /** The value of an expression that reads nothing; empty when it reads something. */
    public static Optional<Object> constant(Expression expression, Map<String, Double> thresholds) {
        return new ExpressionEvaluator<>(thresholds, new Names<Object>() {})
                .bind(expression)
                .map(term -> term.value(thresholds));
    }

    /**
     * A constraint as a predicate.
     *
     * @throws IllegalArgumentException when it reads an unknown name or is not true or false, which the checks prevent
     */
    public Predicate<C> constraint(Expression expression) {
        return yesNo(expression).orElseThrow(() -> unbound(expression)).reader();
    }

    private static IllegalArgumentException unbound(Expression expression) {
        return new IllegalArgumentException(expression.position() + " " + ExpressionText.of(expression));
    }

    /** An expression bound to what it reads; empty when one of its names has no value here. */
    public Optional<Term<C>> bind(Expression expression) {
        if (expression instanceof Expression.Field it) {
            return names.field(it.name());
        } else if (expression instanceof Expression.Variable it) {
            return names.variable(it.name());
        } else if (expression instanceof Expression.Threshold it) {
            return Optional.ofNullable(thresholds.get(it.name())).map(value -> new Term.Number<>(context -> value));
        } else if (expression instanceof Expression.NumberValue it) {
            double value = it.value();
            return Optional.of(new Term.Number<>(context -> value));
        } else if (expression instanceof Expression.TextValue it) {
            return Optional.of(new Term.Word<>(context -> it.value()));
        } else if (expression instanceof Expression.YesNoValue it) {
            return Optional.of(new Term.YesNo<>(context -> it.value()));
        } else if (expression instanceof Expression.Minus it) {
            return number(it.operand()).map(operand -> new Term.Number<>(context -> -operand.number(context)));
        } else if (expression instanceof Expression.Arithmetic it) {
            return number(it.left())
                    .flatMap(left -> number(it.right())
                            .map(right -> new Term.Number<>(
                                    context -> it.operator().apply(left.number(context), right.number(context)))));
        } else if (expression instanceof Expression.Negation it) {
            return yesNo(it.operand()).map(operand -> new Term.YesNo<>(context -> !operand.holds(context)));
        } else if (expression instanceof Expression.Junction it) {
            return yesNo(it.left()).flatMap(left -> yesNo(it.right()).map(right -> joined(it.operator(), left, right)));
        } else if (expression instanceof Expression.Comparison it) {
            return bind(it.left()).flatMap(left -> bind(it.right()).map(right -> compared(left, it.operator(), right)));
        } else if (expression instanceof Expression.Membership it) {
            return bind(it.element()).flatMap(element -> member(element, it));
        }
        throw new IllegalStateException(expression.toString());
    }

    /** The left side of a comparison less its right side; empty when these are no numbers, or a name has no value here. */
    public Optional<ToDoubleFunction<C>> gap(Expression left, Expression right) {
        return number(left)
                .flatMap(minuend -> number(right).map(subtrahend -> gap(minuend.reader(), subtrahend.reader())));
    }

    private static <C> ToDoubleFunction<C> gap(ToDoubleFunction<C> minuend, ToDoubleFunction<C> subtrahend) {
        return context -> minuend.applyAsDouble(context) - subtrahend.applyAsDouble(context);
    }

    private Optional<Term.Number<C>> number(Expression expression) {
        return bind(expression).flatMap(term -> term instanceof Term.Number<C> it ? Optional.of(it) : Optional.empty());
    }

    private Optional<Term.YesNo<C>> yesNo(Expression expression) {
        return bind(expression).flatMap(term -> term instanceof Term.YesNo<C> it ? Optional.of(it) : Optional.empty());
    }

    private static <C> Term<C> joined(LogicalOperator operator, Term.YesNo<C> left, Term.YesNo<C> right) {
        return switch (operator) {
            case AND -> new Term.YesNo<>(context -> left.holds(context) && right.holds(context));
            case OR -> new Term.YesNo<>(context -> left.holds(context) || right.holds(context));
        };
    }

    private static <C> Term.YesNo<C> compared(Term<C> left, Operator operator, Term<C> right) {
        if (left instanceof Term.Number<C> one && right instanceof Term.Number<C> other) {
            return new Term.YesNo<>(context -> operator.test(one.number(context), other.number(context)));
        }
        return new Term.YesNo<>(context -> operator.test(left.value(context), right.value(context)));
    }

    private Optional<Term<C>> member(Term<C> element, Expression.Membership it) {
        List<Term.YesNo<C>> equals = new ArrayList<>();
        for (Expression value : it.values()) {
            bind(value).ifPresent(term -> equals.add(compared(element, Operator.EQUAL, term)));
        }
        return equals.size() < it.values().size()
                ? Optional.empty()
                : Optional.of(new Term.YesNo<>(context -> it.negated() != isAny(equals, context)));
    }

    private static <C> boolean isAny(List<Term.YesNo<C>> alternatives, C context) {
        for (Term.YesNo<C> alternative : alternatives) {
            if (alternative.holds(context)) {
                return true;
            }
        }
        return false;
    }
}
