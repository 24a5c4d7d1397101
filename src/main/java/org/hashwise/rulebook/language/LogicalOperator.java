package org.hashwise.rulebook.language;

/** An operator of the rule language that joins two conditions. */
public enum LogicalOperator {
    AND("&&"),
    OR("||");

    private final String symbol;

    LogicalOperator(String symbol) {
        this.symbol = symbol;
    }

    /** The symbol, as rules write it. */
    @Override
    public String toString() {
        return symbol;
    }
}
