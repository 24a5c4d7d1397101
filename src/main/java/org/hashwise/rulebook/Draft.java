package org.hashwise.rulebook;

import java.util.List;
import org.hashwise.rulebook.model.RulebookProblem;

/**
 * Changed files that are not in force, because they have errors.
 *
 * @param edition what their edition would be
 * @param problems errors and warnings, in order of file and line
 */
public record Draft(String edition, List<RulebookProblem> problems) {
    public Draft {
        problems = List.copyOf(problems);
    }
}
