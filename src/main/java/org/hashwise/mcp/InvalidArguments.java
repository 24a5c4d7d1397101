package org.hashwise.mcp;

import java.util.List;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;

/** Exception: the arguments of a tool call have problems; nothing was evaluated. */
final class InvalidArguments extends RuntimeException {

    private final transient List<Problem> problems;
    private final transient Language language;

    InvalidArguments(List<Problem> problems, Language language) {
        super("problems: " + problems.size(), null, false, false);
        this.problems = List.copyOf(problems);
        this.language = language;
    }

    List<Problem> problems() {
        return problems;
    }

    Language language() {
        return language;
    }
}
