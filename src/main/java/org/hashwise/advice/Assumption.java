package org.hashwise.advice;

/**
 * A value that the company did not give.
 *
 * @param value a number, a choice value, a boolean, or percentages by code
 * @param because why this is a fair assumption, in the language of the advice
 * @param source where the typical value comes from
 */
public record Assumption(String id, Object value, String because, String source) {}
