package org.hashwise.rulebook.engine;

/** The recommended strategy, as a fact for the decision rules: the decision has been made. */
public record RecommendedFact(String strategy) {}
