package org.hashwise.feed;

import java.time.Duration;
import java.util.Optional;
import org.hashwise.questionnaire.Excerpt;

/** An attempt to fetch market values that failed. */
final class FetchFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_DETAIL = 300;

    private final FetchFailure reason;
    private final transient Optional<Duration> retryAfter;

    /** The reason for the failure. */
    enum FetchFailure {
        /** No connection, no reply in time, or a reply that breaks off. */
        UNREACHABLE,
        /** Too many requests (429) or unavailable (503). */
        REFUSED_FOR_NOW,
        /** Any other status than 200. */
        WRONG_STATUS,
        /** More bytes than such a reply has. */
        TOO_LARGE,
        /** No JSON, or not the values that are expected. */
        MALFORMED,
        /** The values are days old, or of the future. */
        WRONG_TIME,
        /** A value is outside the range of its question. */
        UNUSABLE,
        /** The rules folder cannot be written. */
        NOT_WRITABLE
    }

    FetchFailed(FetchFailure reason, String detail) {
        this(reason, detail, Optional.empty());
    }

    /**
     * @param detail may repeat what the server sent; it is shortened and escaped
     * @param retryAfter the time that the server asks to wait
     */
    FetchFailed(FetchFailure reason, String detail, Optional<Duration> retryAfter) {
        super(Excerpt.escaped(Excerpt.of(detail, LONGEST_DETAIL)));
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    FetchFailure reason() {
        return reason;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
