package org.hashwise.rulebook.engine;

import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Rule;

/**
 * One consequence of one policy rule.
 *
 * @param index its place among all consequences of the rulebook, in the order of file and line
 * @param points strength with the sign of the direction; 0 for gates, steps and risks
 */
public record PolicyEffect(int index, Rule rule, ConsequenceForm form, Strategy strategy, int points) {

    public int strength() {
        return Math.abs(points);
    }
}
