package org.hashwise.advice;

/**
 * The origin of a statement: rule, file, line and source.
 *
 * @param id stable rule id, such as {@code POWER-01}
 * @param title the rule as a sentence, in the language of the advice
 * @param file relative to the rulebook
 * @param line line of the rule in the file, from 1
 * @param source what the rule rests on: a publication with its date, or the word that it is a judgement
 */
public record RuleReference(String id, String title, String file, int line, String source) {}
