package org.hashwise.rulebook.language;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hashwise.rulebook.model.Aggregate;
import org.hashwise.rulebook.model.Position;

/** One condition of the {@code when} part of a rule. */
public sealed interface Condition {

    Position position();

    /**
     * {@code Power( largestSiteMw >= 100 )}.
     *
     * @param bindings names for fields, to be used later in the rule
     * @param constraints all of them must hold
     */
    record Pattern(String fact, List<Binding> bindings, List<Expression> constraints, Position position)
            implements Condition {
        public Pattern {
            bindings = List.copyOf(bindings);
            constraints = List.copyOf(constraints);
        }
    }

    /** {@code $score : score}. */
    record Binding(String variable, String field, Position position) {}

    /** {@code not Pattern( … )}: no such fact. */
    record Not(Condition operand, Position position) implements Condition {}

    /** {@code exists Pattern( … )}: at least one such fact. */
    record Exists(Condition operand, Position position) implements Condition {}

    /** {@code ( P( … ) and Q( … ) )}. */
    record And(List<Condition> operands, Position position) implements Condition {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** {@code ( P( … ) or Q( … ) )}. */
    record Or(List<Condition> operands, Position position) implements Condition {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** {@code accumulate( Evidence( $p : points ); $score : sum( $p ); $score > 2 )}. */
    record Accumulate(Pattern source, List<Fold> folds, List<Expression> constraints, Position position)
            implements Condition {
        public Accumulate {
            folds = List.copyOf(folds);
            constraints = List.copyOf(constraints);
        }
    }

    /** {@code $score : sum( $p )}; {@code count()} has no argument. */
    record Fold(String variable, Aggregate function, String argument, Position position) {}

    /** The parts of this condition. */
    default List<Condition> parts() {
        if (this instanceof Not it) {
            return List.of(it.operand());
        } else if (this instanceof Exists it) {
            return List.of(it.operand());
        } else if (this instanceof And it) {
            return it.operands();
        } else if (this instanceof Or it) {
            return it.operands();
        } else if (this instanceof Accumulate it) {
            return List.of(it.source());
        }
        return List.of();
    }

    /**
     * This condition with each of its direct parts replaced by what a function makes of it.
     *
     * @param edit makes a pattern of the source of an accumulation
     */
    default Condition map(UnaryOperator<Condition> edit) {
        if (this instanceof Not it) {
            return new Not(edit.apply(it.operand()), it.position());
        } else if (this instanceof Exists it) {
            return new Exists(edit.apply(it.operand()), it.position());
        } else if (this instanceof And it) {
            return new And(it.operands().stream().map(edit).toList(), it.position());
        } else if (this instanceof Or it) {
            return new Or(it.operands().stream().map(edit).toList(), it.position());
        } else if (this instanceof Accumulate it) {
            return new Accumulate((Pattern) edit.apply(it.source()), it.folds(), it.constraints(), it.position());
        }
        return this;
    }

    /** The expressions between the parentheses of this condition itself, not of its parts. */
    default List<Expression> expressions() {
        if (this instanceof Pattern it) {
            return it.constraints();
        }
        return this instanceof Accumulate it ? it.constraints() : List.of();
    }

    /** Visits this condition and everything in it. */
    default void walk(Consumer<Condition> visitor) {
        visitor.accept(this);
        parts().forEach(part -> part.walk(visitor));
    }
}
