package org.hashwise.security;

import org.hashwise.questionnaire.MessageBundle;

/** The messages that operators read at start; they stand in {@code security.properties}. */
final class SecurityMessages {

    private static final MessageBundle MESSAGES = MessageBundle.of("org.hashwise.security.security");

    private SecurityMessages() {}

    static String of(String key, Object... arguments) {
        return MESSAGES.text(key, arguments);
    }
}
