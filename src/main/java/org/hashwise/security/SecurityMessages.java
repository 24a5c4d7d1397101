package org.hashwise.security;

import org.hashwise.questionnaire.MessageBundle;

/** The messages for operators at start, from {@code security.properties}. */
final class SecurityMessages {

    private static final MessageBundle MESSAGES = MessageBundle.of("org.hashwise.security.security");

    private SecurityMessages() {}

    static String of(String key, Object... arguments) {
        return MESSAGES.text(key, arguments);
    }
}
