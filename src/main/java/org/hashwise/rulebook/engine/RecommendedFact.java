package org.hashwise.rulebook.engine;

/** The recommended strategy, as a fact for the decision rules: the decision has been made. */
public final class RecommendedFact {

    private final String strategy;

    RecommendedFact(String strategy) {
        this.strategy = strategy;
    }

    public String getStrategy() {
        return strategy;
    }
}
