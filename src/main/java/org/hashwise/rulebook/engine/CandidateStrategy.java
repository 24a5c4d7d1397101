package org.hashwise.rulebook.engine;

/** A strategy before its score is known; there is one for each that competes, as soon as all evidence is in. */
public record CandidateStrategy(String strategy) {}
