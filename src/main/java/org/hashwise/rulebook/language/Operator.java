package org.hashwise.rulebook.language;

import java.util.Arrays;
import java.util.Optional;
import org.hashwise.advice.RuleReading;

/** A comparison operator of the rule language. */
public enum Operator {
    EQUAL("=="),
    UNEQUAL("!="),
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator with a symbol; empty when no comparison is written so. */
    public static Optional<Operator> of(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findFirst();
    }

    /** The symbol, as rules write it. */
    public String symbol() {
        return symbol;
    }

    /** The same comparison in the reading of a rule. */
    public RuleReading.Relation relation() {
        return switch (this) {
            case EQUAL -> RuleReading.Relation.EQUAL;
            case UNEQUAL -> RuleReading.Relation.UNEQUAL;
            case BELOW -> RuleReading.Relation.BELOW;
            case AT_MOST -> RuleReading.Relation.AT_MOST;
            case ABOVE -> RuleReading.Relation.ABOVE;
            case AT_LEAST -> RuleReading.Relation.AT_LEAST;
        };
    }

    /** Returns whether it asks which of two numbers is the larger, so that words cannot be compared by it. */
    public boolean isOrder() {
        return switch (this) {
            case EQUAL, UNEQUAL -> false;
            case BELOW, AT_MOST, ABOVE, AT_LEAST -> true;
        };
    }

    /** Returns whether the comparison of two numbers holds. */
    public boolean test(double left, double right) {
        return switch (this) {
            case EQUAL -> left == right;
            case UNEQUAL -> left != right;
            case BELOW -> left < right;
            case AT_MOST -> left <= right;
            case ABOVE -> left > right;
            case AT_LEAST -> left >= right;
        };
    }

    /**
     * Returns whether the comparison of two words, or of two truth values, holds.
     *
     * @throws IllegalArgumentException when the operator asks for an order
     */
    public boolean test(Object left, Object right) {
        return switch (this) {
            case EQUAL -> left.equals(right);
            case UNEQUAL -> !left.equals(right);
            case BELOW, AT_MOST, ABOVE, AT_LEAST ->
                throw new IllegalArgumentException(left + " " + symbol + " " + right);
        };
    }

    /** The operator that holds exactly when this one does not. */
    public Operator negate() {
        return switch (this) {
            case EQUAL -> UNEQUAL;
            case UNEQUAL -> EQUAL;
            case BELOW -> AT_LEAST;
            case AT_MOST -> ABOVE;
            case ABOVE -> AT_MOST;
            case AT_LEAST -> BELOW;
        };
    }

    /** The operator that says the same with the sides exchanged. */
    public Operator mirror() {
        return switch (this) {
            case EQUAL -> EQUAL;
            case UNEQUAL -> UNEQUAL;
            case BELOW -> ABOVE;
            case AT_MOST -> AT_LEAST;
            case ABOVE -> BELOW;
            case AT_LEAST -> AT_MOST;
        };
    }

    /** The operator that differs in the border alone; empty when there is no border. */
    public Optional<Operator> withOtherBorder() {
        return switch (this) {
            case EQUAL, UNEQUAL -> Optional.empty();
            case BELOW -> Optional.of(AT_MOST);
            case AT_MOST -> Optional.of(BELOW);
            case ABOVE -> Optional.of(AT_LEAST);
            case AT_LEAST -> Optional.of(ABOVE);
        };
    }

    @Override
    public String toString() {
        return symbol;
    }
}
