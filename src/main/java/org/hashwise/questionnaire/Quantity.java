package org.hashwise.questionnaire;

import java.util.List;
import java.util.Optional;

/** The result of reading a quantity; numbers are in the unit of the question. */
public sealed interface Quantity {

    /**
     * One accepted value.
     *
     * @param doubts other values that were perhaps meant, the likeliest first; empty when there are no such values
     */
    record Value(double value, List<Double> doubts) implements Quantity {
        public Value {
            doubts = List.copyOf(doubts);
        }
    }

    /** A text with two accepted readings, such as 1.250 where both signs separate thousands; the smaller one first. */
    record Ambiguous(double first, double second) implements Quantity {}

    /** An amount in another currency than the US dollar, by its ISO 4217 code. */
    record ForeignCurrency(String code) implements Quantity {}

    /** A range with both ends accepted. */
    record Range(double low, double high) implements Quantity {

        /** The value halfway between the ends. */
        public double middle() {
            return low + (high - low) / 2;
        }
    }

    /** An accepted value that is said to be approximate. */
    record Approximate(double value) implements Quantity {}

    /** One end of a range alone, such as "at least 50"; the end is an accepted value. */
    record Limit(double value) implements Quantity {}

    /** No value, on purpose: blank, "n/a", "unknown". */
    record Open() implements Quantity {}

    /**
     * A number that the question does not accept.
     *
     * @param suggestion the accepted value that was probably meant; empty when none is plausible
     */
    record OutOfRange(double value, Optional<Double> suggestion) implements Quantity {}

    /** A number in a unit that does not measure what the question asks for. */
    record OtherUnit(String unit) implements Quantity {}

    /** No number at all. */
    record Unreadable() implements Quantity {}
}
