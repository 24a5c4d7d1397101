package org.hashwise.rulebook.model;

/**
 * Summary of one rule.
 *
 * @param title the rule as a sentence
 * @param topic the folder of its file
 * @param file relative to the rulebook
 */
public record RuleSummary(String id, String title, String topic, String file, int line, String source) {}
