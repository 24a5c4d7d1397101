package org.hashwise.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limitation that a reader must know before relying on the advice. The words are found under {@code warning.<code>}
 * in the messages.
 *
 * @param id the question, threshold or jurisdiction it is about
 * @param arguments for the message, in its order: numbers, dates and plain words
 */
public record Warning(Code code, @Nullable String id, List<Object> arguments) {

    public Warning {
        arguments = List.copyOf(arguments);
    }

    public enum Code {
        /** The market snapshot is old; arguments: its date, its age in days. */
        MARKET_STALE,
        /** A jurisdiction has no row in the regulation table; arguments: its code, its share in percent. */
        JURISDICTION_NOT_GRADED,
        /** A state has no row and the one of its country was used; arguments: its code, the country's code. */
        JURISDICTION_GRADED_AS_COUNTRY,
        /** A threshold that mattered is past its review date; arguments: its name, the date. */
        THRESHOLD_REVIEW_DUE,
        /** Answers that do not fit each other; arguments: the two ids. */
        ANSWERS_CONTRADICT,
        /** Even the recommended strategy has no more for it than against it; argument: its score. */
        WEAK_LEAD,
        /** Most values are assumed, because few questions were answered; arguments: number answered, number asked. */
        MOSTLY_ASSUMED
    }
}
