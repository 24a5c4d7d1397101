package org.hashwise.rulebook.engine;

/**
 * The score of one strategy, as the recommendation matches it.
 *
 * @param viable whether no gate blocks the strategy
 * @param order the place of the strategy in the list of strategies, from 0: among equals the one that changes least goes first
 */
public record StandingFact(String strategy, double score, boolean viable, int order) {}
