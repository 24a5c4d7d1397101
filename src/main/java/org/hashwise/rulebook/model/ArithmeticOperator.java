package org.hashwise.rulebook.model;

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

    /** The symbol, as rules write it. */
    @Override
    public String toString() {
        return symbol;
    }
}
