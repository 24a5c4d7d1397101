package org.hashwise.rulebook.model;

import java.util.List;
import org.hashwise.advice.RuleReading.Relation;
import org.hashwise.advice.Strategy;

/** A condition of a rule in a form that is independent of languages, with negations resolved; sentences are made of it. */
public sealed interface Clause {

    /** All of these hold. */
    record All(List<Clause> parts) implements Clause {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of these holds, or several. */
    record Any(List<Clause> parts) implements Clause {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** A relation of two numbers. */
    record Comparison(Operand left, Relation relation, Operand right) implements Clause {}

    /**
     * A choice is, or is not, one of these.
     *
     * @param id of the question
     */
    record Membership(String id, boolean negated, List<String> values) implements Clause {
        public Membership {
            values = List.copyOf(values);
        }
    }

    /** A question is answered by yes or no. */
    record Truth(String id, boolean value) implements Clause {}

    /**
     * A fact of the decision, such as a piece of evidence, exists or does not.
     *
     * @param fact its type
     * @param parts what holds for it
     */
    record Existence(String fact, boolean exists, List<Clause> parts) implements Clause {
        public Existence {
            parts = List.copyOf(parts);
        }
    }

    /** A field of a fact of the decision is true or false. */
    record Flag(String fact, String field, boolean value) implements Clause {}

    /** A number that is determined and not compared. */
    record Determined(Operand operand) implements Clause {}

    /** Any other condition, in the words of the rule language. */
    record Written(String text) implements Clause {}

    /** A number or a name in a comparison. */
    sealed interface Operand {}

    /** @param id of a question or a metric */
    record Figure(String id) implements Operand {}

    record Threshold(Parameter parameter) implements Operand {}

    record Constant(double value) implements Operand {}

    record Computed(Operand left, ArithmeticOperator operator, Operand right) implements Operand {}

    /** A field of the fact of the decision that a clause is about. */
    record Attribute(String fact, String field) implements Operand {}

    /** The same field of a fact that an earlier clause found. */
    record Earlier(String fact, String field) implements Operand {}

    /** A number over all facts of a type for which these clauses hold. */
    record Accumulation(Aggregate function, String fact, List<Clause> parts) implements Operand {
        public Accumulation {
            parts = List.copyOf(parts);
        }
    }

    /** A number that an earlier clause determined. */
    record EarlierAccumulation(Aggregate function) implements Operand {}

    record StrategyName(Strategy strategy) implements Operand {}

    /** Another word of the rule language, such as {@code VIABLE}. */
    record Word(String text) implements Operand {}
}
