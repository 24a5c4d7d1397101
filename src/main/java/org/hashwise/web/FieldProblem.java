package org.hashwise.web;

/**
 * What is wrong with a field, in the words of the reader.
 *
 * @param id the question
 * @param suggestion what would be accepted and was probably meant; empty when nothing is near
 */
record FieldProblem(String id, String text, String suggestion) {}
