package org.hashwise.rulebook.engine;

/**
 * Evidence of a policy rule, as a fact for the decision rules. One object per rule and consequence, shared by all
 * evaluations.
 */
public final class EvidenceFact {

    private final String strategy;
    private final int strength;
    private final int points;

    EvidenceFact(String strategy, int strength, int points) {
        this.strategy = strategy;
        this.strength = strength;
        this.points = points;
    }

    public String getStrategy() {
        return strategy;
    }

    /** 1 weak to 3 strong. */
    public int getStrength() {
        return strength;
    }

    /** The strength, negative when the evidence speaks against the strategy. */
    public int getPoints() {
        return points;
    }
}
