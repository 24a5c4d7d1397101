package org.hashwise.rulebook.engine;

/** Exception: Drools did not take rules that were checked: a gap in our checks. */
public final class EngineRefused extends RuntimeException {

    EngineRefused(String message) {
        super(message);
    }
}
