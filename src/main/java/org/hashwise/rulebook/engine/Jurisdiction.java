package org.hashwise.rulebook.engine;

/** A place to be graded, as the rows of the regulation table match it. */
public record Jurisdiction(String code) {}
