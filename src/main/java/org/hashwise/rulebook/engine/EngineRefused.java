package org.hashwise.rulebook.engine;

import java.util.List;

/** Exception: Drools did not compile generated rules: a gap in our checks. */
public final class EngineRefused extends RuntimeException {

    private final transient List<String> messages;

    EngineRefused(List<String> messages) {
        super(String.join("\n", messages));
        this.messages = List.copyOf(messages);
    }

    public List<String> messages() {
        return messages;
    }
}
