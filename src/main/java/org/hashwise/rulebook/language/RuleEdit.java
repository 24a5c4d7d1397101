package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hashwise.rulebook.language.Condition.Accumulate;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Expression.Junction;
import org.hashwise.rulebook.language.Expression.Negation;

/**
 * Copy of a rule with one part of its conditions exchanged or left out. The part is known by identity: two
 * parts that read the same, as in a row of a table, are two.
 */
public final class RuleEdit {

    private final Object part;
    private final Optional<Expression> replacement;

    private RuleEdit(Object part, Optional<Expression> replacement) {
        this.part = part;
        this.replacement = replacement;
    }

    /** The rule with another expression in the place of one. */
    public static Rule replace(Rule rule, Expression part, Expression replacement) {
        return new RuleEdit(part, Optional.of(replacement)).in(rule);
    }

    /** An expression with another in the place of one of its parts. */
    public static Expression replace(Expression whole, Expression part, Expression replacement) {
        return new RuleEdit(part, Optional.of(replacement)).inner(whole);
    }

    /** The rule without one of the expressions that are true or false. */
    public static Rule drop(Rule rule, Expression part) {
        return new RuleEdit(part, Optional.empty()).in(rule);
    }

    /** The rule without one of its conditions. */
    public static Rule drop(Rule rule, Condition part) {
        return new RuleEdit(part, Optional.empty()).in(rule);
    }

    private Rule in(Rule rule) {
        return rule.when(all(rule.conditions(), this::condition));
    }

    private static <T> List<T> all(List<T> parts, Function<T, Optional<T>> edit) {
        List<T> edited = new ArrayList<>();
        parts.forEach(each -> edit.apply(each).ifPresent(edited::add));
        return edited;
    }

    private Optional<Condition> condition(Condition condition) {
        if (condition == part) {
            return Optional.empty();
        } else if (condition instanceof Pattern it) {
            return Optional.of(pattern(it));
        } else if (condition instanceof Condition.Not || condition instanceof Condition.Exists) {
            return condition(condition.parts().get(0)).map(operand -> condition.map(part -> operand));
        } else if (condition instanceof Condition.And it) {
            List<Condition> left = all(it.operands(), this::condition);
            return left.size() < 2 ? left.stream().findFirst() : Optional.of(new Condition.And(left, it.position()));
        } else if (condition instanceof Condition.Or it) {
            List<Condition> left = all(it.operands(), this::condition);
            return left.size() < 2 ? left.stream().findFirst() : Optional.of(new Condition.Or(left, it.position()));
        } else if (condition instanceof Accumulate it) {
            return Optional.of(new Accumulate(
                    pattern(it.source()), it.folds(), all(it.constraints(), this::expression), it.position()));
        }
        throw new IllegalStateException(condition.toString());
    }

    private Pattern pattern(Pattern it) {
        return new Pattern(it.fact(), it.bindings(), all(it.constraints(), this::expression), it.position());
    }

    private Optional<Expression> expression(Expression expression) {
        if (expression == part) {
            return replacement;
        } else if (expression instanceof Junction it) {
            Optional<Expression> left = expression(it.left());
            Optional<Expression> right = expression(it.right());
            return left.isPresent() && right.isPresent()
                    ? Optional.of(new Junction(it.operator(), left.get(), right.get(), it.position()))
                    : left.or(() -> right);
        } else if (expression instanceof Negation it) {
            return expression(it.operand()).map(operand -> new Negation(operand, it.position()));
        }
        return Optional.of(expression.map(this::inner));
    }

    /** A part that can be exchanged and not left out. */
    private Expression inner(Expression expression) {
        return expression(expression).orElse(expression);
    }
}
