package org.hashwise.rulebook.engine;

/** The decision has been made. */
public final class RecommendedFact {

    private final String strategy;

    RecommendedFact(String strategy) {
        this.strategy = strategy;
    }

    public String getStrategy() {
        return strategy;
    }
}
