package org.hashwise.guard;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What whoever starts the program reads; it stands in {@code guard.properties}. */
final class Sentences {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.hashwise.guard.guard", Locale.ROOT);

    private Sentences() {}

    static String of(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }
}
