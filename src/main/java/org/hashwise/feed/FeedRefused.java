package org.hashwise.feed;

import java.util.List;

/** Market values that cannot be taken, with the first twenty reasons. Nothing was written. */
public final class FeedRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_PROBLEMS = 20;

    private final transient List<FeedProblem> problems;

    /** @param problems at least one; the first twenty are kept */
    FeedRefused(List<FeedProblem> problems) {
        super(problems.get(0).toString());
        this.problems = problems.stream().distinct().limit(MOST_PROBLEMS).toList();
    }

    FeedRefused(FeedProblem problem) {
        this(List.of(problem));
    }

    public List<FeedProblem> problems() {
        return problems;
    }
}
