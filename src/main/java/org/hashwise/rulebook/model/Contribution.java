package org.hashwise.rulebook.model;

/**
 * Contribution of a rule that fired to the decision about one company. Two editions that contribute the same have equal
 * contributions.
 *
 * @param rule its id
 * @param decides whether it belongs to the recommendation, and not to the policy
 * @param content the consequence in the words of the rule language, such as {@code support( DAT, WEAK )}; for rules that
 *     decide, their conditions with the thresholds filled in
 */
public record Contribution(String rule, boolean decides, String content) {}
