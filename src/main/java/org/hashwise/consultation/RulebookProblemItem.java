package org.hashwise.consultation;

import java.util.Locale;
import org.hashwise.rulebook.model.RulebookProblem;

/**
 * A problem in the files of a rulebook as JSON; texts are empty where they do not apply.
 *
 * @param line 0 when the file as a whole is meant; likewise the column for a whole line
 */
public record RulebookProblemItem(
        String file,
        int line,
        int column,
        String cell,
        String rule,
        String severity,
        String code,
        String message,
        String suggestion) {
    public static RulebookProblemItem of(RulebookProblem problem) {
        return new RulebookProblemItem(
                problem.file(),
                problem.line(),
                problem.column(),
                problem.cell(),
                problem.rule(),
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.codeName(),
                problem.message(),
                problem.suggestion());
    }
}
