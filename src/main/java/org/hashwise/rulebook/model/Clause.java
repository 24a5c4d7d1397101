package org.hashwise.rulebook.model;

import java.util.List;
import org.hashwise.advice.RuleReading.Operator;

/** A condition of a rule as something that can be said in a sentence of any language; negations are resolved. */
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

    /** Two numbers stand to each other in this way. */
    record Comparison(Operand left, Operator operator, Operand right) implements Clause {}

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

    /** Something else, in the words of the rule language. */
    record Written(String text) implements Clause {}

    /** A number in a comparison. */
    sealed interface Operand {}

    /** @param id of a question or a metric */
    record Figure(String id) implements Operand {}

    record Threshold(Parameter parameter) implements Operand {}

    record Constant(double value) implements Operand {}

    /** @param sign {@code +}, {@code -}, {@code *} or {@code /} */
    record Computed(Operand left, String sign, Operand right) implements Operand {}
}
