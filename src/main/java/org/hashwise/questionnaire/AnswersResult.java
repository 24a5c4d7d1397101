package org.hashwise.questionnaire;

import java.util.List;

/**
 * The result of reading raw values: answers and problems.
 *
 * @param answers the valid ones
 * @param problems everything that is wrong with the others, in the order of their ids; empty when all is well
 * @param renamed what was given under a name of former times
 */
public record AnswersResult(Answers answers, List<Problem> problems, List<Renames.Renamed> renamed) {
    public AnswersResult {
        problems = List.copyOf(problems);
        renamed = List.copyOf(renamed);
    }
}
