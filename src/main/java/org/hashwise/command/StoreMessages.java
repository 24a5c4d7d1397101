package org.hashwise.command;

import org.hashwise.questionnaire.MessageBundle;

/** The messages of the commands that work on the store, from {@code store.properties}. */
final class StoreMessages {

    private static final MessageBundle MESSAGES = MessageBundle.of("org.hashwise.command.store");

    private StoreMessages() {}

    static String say(String key, Object... arguments) {
        return MESSAGES.text(key, arguments);
    }
}
