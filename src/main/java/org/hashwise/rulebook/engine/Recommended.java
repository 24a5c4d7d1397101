package org.hashwise.rulebook.engine;

/** The decision has been made. */
public final class Recommended {

    private final String strategy;

    Recommended(String strategy) {
        this.strategy = strategy;
    }

    public String getStrategy() {
        return strategy;
    }
}
