package org.hashwise.feed;

/** Exception: the settings {@code hashwise.market.*} make no sense. */
public final class FeedMisconfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FeedMisconfigured(String message) {
        super(FeedMessages.of(message));
    }
}
