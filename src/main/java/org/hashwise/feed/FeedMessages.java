package org.hashwise.feed;

import org.hashwise.questionnaire.MessageBundle;

/** The messages about market files; they are in {@code feed.properties}. */
final class FeedMessages {

    private static final MessageBundle MESSAGES = MessageBundle.of("org.hashwise.feed.feed");

    private FeedMessages() {}

    static String of(String key, Object... arguments) {
        return MESSAGES.text(key, arguments);
    }

    /** A sentence after the place that it is about. */
    static String at(Place place, String sentence) {
        String key = place.row().isEmpty()
                ? place.column().isEmpty() ? "place.file" : "place.column"
                : place.column().isEmpty() ? "place.row" : "place.cell";
        return of(key, place.file(), place.row(), place.column(), sentence);
    }
}
