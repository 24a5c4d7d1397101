package org.hashwise.security;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What whoever starts the program reads; it stands in {@code guard.properties}. */
final class SecurityMessages {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.hashwise.security.security", Locale.ROOT);

    private SecurityMessages() {}

    static String of(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }
}
