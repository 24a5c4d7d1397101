package org.hashwise.command;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The messages of the commands that work on the store; they stand in {@code store.properties}. */
final class StoreMessages {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("org.hashwise.command.store", Locale.ROOT);

    private StoreMessages() {}

    static String say(String key, Object... arguments) {
        return new MessageFormat(WORDS.getString(key), Locale.ROOT).format(arguments);
    }
}
