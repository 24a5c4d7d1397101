package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hashwise.rulebook.model.ArithmeticOperator;
import org.hashwise.rulebook.model.Position;

/** Syntax tree of a constraint of a pattern. */
public sealed interface Expression {

    Position position();

    /** {@code largestSiteMw}: a field of the pattern's fact. */
    record Field(String name, Position position) implements Expression {}

    /** {@code $strategy}: a value bound earlier. */
    record Variable(String name, Position position) implements Expression {}

    /** {@code Thresholds.largeSiteMw}. */
    record Threshold(String name, Position position) implements Expression {}

    record NumberValue(double value, Position position) implements Expression {}

    /** {@code "FIRM"}. */
    record TextValue(String value, Position position) implements Expression {}

    record YesNoValue(boolean value, Position position) implements Expression {}

    /** An operator between two expressions. */
    sealed interface Binary extends Expression {
        Expression left();

        Enum<?> operator();

        Expression right();
    }

    /** {@code largestSiteMw >= 100}. */
    record Comparison(Expression left, Operator operator, Expression right, Position position) implements Binary {}

    /** {@code a && b}, {@code a || b}. */
    record Junction(LogicalOperator operator, Expression left, Expression right, Position position) implements Binary {}

    /** {@code !( … )}. */
    record Negation(Expression operand, Position position) implements Expression {}

    /** {@code contract in ("FIXED", "HEDGED")}. */
    record Membership(Expression element, boolean negated, List<Expression> values, Position position)
            implements Expression {
        public Membership {
            values = List.copyOf(values);
        }
    }

    /** {@code pipelineMw + energizedMw}. */
    record Arithmetic(Expression left, ArithmeticOperator operator, Expression right, Position position)
            implements Binary {}

    /** {@code -5}. */
    record Minus(Expression operand, Position position) implements Expression {}

    /** The parts of this expression, left to right. */
    default List<Expression> parts() {
        if (this instanceof Binary it) {
            return List.of(it.left(), it.right());
        } else if (this instanceof Negation it) {
            return List.of(it.operand());
        } else if (this instanceof Minus it) {
            return List.of(it.operand());
        } else if (this instanceof Membership it) {
            List<Expression> parts = new ArrayList<>(it.values());
            parts.add(0, it.element());
            return parts;
        }
        return List.of();
    }

    /** This expression with each of its direct parts replaced by what a function makes of it. */
    default Expression map(UnaryOperator<Expression> edit) {
        if (this instanceof Comparison it) {
            return new Comparison(edit.apply(it.left()), it.operator(), edit.apply(it.right()), it.position());
        } else if (this instanceof Junction it) {
            return new Junction(it.operator(), edit.apply(it.left()), edit.apply(it.right()), it.position());
        } else if (this instanceof Arithmetic it) {
            return new Arithmetic(edit.apply(it.left()), it.operator(), edit.apply(it.right()), it.position());
        } else if (this instanceof Negation it) {
            return new Negation(edit.apply(it.operand()), it.position());
        } else if (this instanceof Minus it) {
            return new Minus(edit.apply(it.operand()), it.position());
        } else if (this instanceof Membership it) {
            List<Expression> values = it.values().stream().map(edit).toList();
            return new Membership(edit.apply(it.element()), it.negated(), values, it.position());
        }
        return this;
    }

    /** Visits this expression and everything in it. */
    default void walk(Consumer<Expression> visitor) {
        visitor.accept(this);
        parts().forEach(part -> part.walk(visitor));
    }
}
