package org.hashwise.rulebook.engine;

/** Exception: Drools did not compile generated rules: a gap in our checks. */
public final class EngineRefused extends RuntimeException {

    EngineRefused(String message) {
        super(message);
    }
}
