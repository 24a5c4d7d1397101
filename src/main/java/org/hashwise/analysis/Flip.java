package org.hashwise.analysis;

import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Mover;
import org.jspecify.annotations.Nullable;

/**
 * The nearest value of one question, in one direction, at which the recommendation becomes another.
 *
 * @param current what the company answered, or what is assumed or taken from the market
 * @param at the nearest value at which the recommendation is another one
 * @param direction null for a question whose values have no order
 * @param distance between the two in the unit of the question; null when they are no numbers
 * @param distancePercent the distance in percent of the current value; null when that is zero or no number
 * @param kind whether the company can make the change
 * @param assumed whether the current value is an assumption
 * @param by the party that can make the change; null when nobody can, and the value is assumed and may turn out to be it
 * @param within the months in which it can be made; 0 when unstated
 */
public record Flip(
        String id,
        Answer current,
        Answer at,
        @Nullable Direction direction,
        Strategy to,
        @Nullable Double distance,
        @Nullable Double distancePercent,
        Controllability kind,
        boolean assumed,
        @Nullable Mover by,
        int within) {

    public enum Direction {
        UP,
        DOWN
    }
}
