package org.hashwise.analysis;

import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The nearest value of one question, in one direction, at which the recommendation becomes another.
 *
 * @param current what the company answered, or what is assumed or taken from the market
 * @param at the nearest value at which the recommendation is another one
 * @param direction null for a question whose values have no order
 * @param distance between the two in the unit of the question; null when they are no numbers
 * @param distancePercent the distance in percent of the current value; null when that is zero or no number
 * @param assumed whether the current value is an assumption
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
        boolean assumed) {

    public enum Direction {
        UP,
        DOWN
    }
}
