package org.hashwise.rulebook.engine;

/** The score of one strategy, as the recommendation matches it. */
public final class StandingFact {

    private final String strategy;
    private final double score;
    private final boolean viable;
    private final int order;

    StandingFact(String strategy, double score, boolean viable, int order) {
        this.strategy = strategy;
        this.score = score;
        this.viable = viable;
        this.order = order;
    }

    public String getStrategy() {
        return strategy;
    }

    public double getScore() {
        return score;
    }

    /** Whether no gate blocks the strategy. */
    public boolean isViable() {
        return viable;
    }

    /** The place of the strategy in the list of strategies, from 0: among equals the one that changes least goes first. */
    public int getOrder() {
        return order;
    }
}
