package org.hashwise.analysis;

import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Mover;

/**
 * One answer that is changed.
 *
 * @param distance how large the change is: for a number in widths of its plausible spread, for a market value in parts
 *     of itself; 1 for any other choice
 * @param by the party that can make the change
 * @param within the months in which it can be made; 0 when unstated
 */
public record Step(String id, Answer from, Answer to, Controllability kind, double distance, Mover by, int within) {}
