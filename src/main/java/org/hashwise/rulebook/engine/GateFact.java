package org.hashwise.rulebook.engine;

/** A gate, as a fact for the decision rules. */
public record GateFact(String blocks) {}
