package org.hashwise.feed;

import java.util.List;

/** A reason why market values cannot be taken, with its place. */
public record FeedProblem(Code code, Place place, List<Object> arguments) {

    public FeedProblem {
        arguments = List.copyOf(arguments);
    }

    /** The kind of problem. */
    public enum Code {
        UNREADABLE,
        TOO_LARGE,
        SYNTAX,
        UNKNOWN_FORMAT,
        UNKNOWN_COLUMN,
        NO_DATE_COLUMN,
        NO_VALUES,
        NOT_A_DATE,
        FUTURE_DATE,
        DUPLICATE_DATE,
        NOT_A_NUMBER,
        OUT_OF_RANGE,
        MISSING_VALUE,
        MISSING_SOURCE,
        NOTHING_COMPLETE,
        OTHER_VALUES
    }

    static FeedProblem of(Code code, Place place, Object... arguments) {
        return new FeedProblem(code, place, List.of(arguments));
    }

    /** The sentence for analysts and operators, with file, row and column. */
    @Override
    public String toString() {
        return FeedMessages.at(place, FeedMessages.of("problem." + code, arguments.toArray()));
    }
}
