package org.hashwise.questionnaire;

import java.util.List;

/**
 * What became of raw values.
 *
 * @param answers the valid ones
 * @param problems everything that is wrong with the others, in the order of their ids; empty when all is well
 */
public record Reading(Answers answers, List<Problem> problems) {
    public Reading {
        problems = List.copyOf(problems);
    }
}
