package org.hashwise.rulebook.language;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** An arithmetic operator of the rule language. */
public enum ArithmeticOperator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDED_BY("/");

    private final String symbol;

    ArithmeticOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The result for two numbers; a division by 0 gives an infinity or no number, as in Java. */
    public double apply(double left, double right) {
        return switch (this) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDED_BY -> left / right;
        };
    }

    /** The exact result for two decimal numbers, a quotient with so many digits; there is none for a division by 0. */
    public BigDecimal apply(BigDecimal left, BigDecimal right, MathContext digits) {
        return switch (this) {
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case TIMES -> left.multiply(right);
            case DIVIDED_BY -> left.divide(right, digits);
        };
    }

    /** @throws java.util.NoSuchElementException when no operator is written like this */
    public static ArithmeticOperator of(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    /** The symbol, as rules write it. */
    @Override
    public String toString() {
        return symbol;
    }
}
