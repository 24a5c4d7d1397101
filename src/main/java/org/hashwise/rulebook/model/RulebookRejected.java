package org.hashwise.rulebook.model;

import java.util.List;
import java.util.stream.Collectors;

/** Exception: the files of a rulebook have errors. Carries all problems, warnings among them. */
public final class RulebookRejected extends RuntimeException {

    private final transient List<RulebookProblem> problems;

    public RulebookRejected(List<RulebookProblem> problems) {
        super(problems.stream().map(RulebookProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<RulebookProblem> problems() {
        return problems;
    }
}
