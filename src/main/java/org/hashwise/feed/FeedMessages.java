package org.hashwise.feed;

import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.MessageBundle;
import org.hashwise.questionnaire.Text;

/** The messages about market files; they are in {@code feed.properties}, those of sources also in French. */
final class FeedMessages {

    private static final MessageBundle MESSAGES = MessageBundle.of("org.hashwise.feed.feed");

    private static final MessageBundle FRENCH = MessageBundle.of("org.hashwise.feed.feed", Language.FR);

    private FeedMessages() {}

    static String of(String key, Object... arguments) {
        return MESSAGES.text(key, arguments);
    }

    /**
     * The source of a value that follows from another, in every language.
     *
     * @param named the source of the other value, the last argument of the message
     * @param argument the first argument
     */
    static Text text(String key, Text named, Object argument) {
        return new Text(MESSAGES.text(key, argument, named.en()), FRENCH.text(key, argument, named.fr()));
    }

    /** A sentence after the place that it is about. */
    static String at(Place place, String sentence) {
        String key = place.row().isEmpty()
                ? place.column().isEmpty() ? "place.file" : "place.column"
                : place.column().isEmpty() ? "place.row" : "place.cell";
        return of(key, place.file(), place.row(), place.column(), sentence);
    }
}
