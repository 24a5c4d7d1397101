package org.hashwise.rulebook.engine;

/** A strategy before its score is known; there is one for each that competes, as soon as all evidence is in. */
public final class CandidateStrategy {

    private final String strategy;

    CandidateStrategy(String strategy) {
        this.strategy = strategy;
    }

    public String getStrategy() {
        return strategy;
    }
}
