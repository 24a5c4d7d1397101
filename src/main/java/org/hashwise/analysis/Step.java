package org.hashwise.analysis;

import org.hashwise.questionnaire.Answer;

/**
 * One answer that is changed.
 *
 * @param distance how large the change is: for a number in widths of its plausible spread, for a market value in parts
 *     of itself; 1 for any other choice
 */
public record Step(String id, Answer from, Answer to, Controllability kind, double distance) {}
