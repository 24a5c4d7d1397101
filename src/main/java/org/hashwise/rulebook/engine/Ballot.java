package org.hashwise.rulebook.engine;

/** The fact that all scores are known, so that the decision may be made. */
public record Ballot() {}
