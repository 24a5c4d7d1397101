package org.hashwise.rulebook.engine;

/** Rules fired without end and were stopped. */
public final class RunawayRules extends RuntimeException {
    RunawayRules() {
        super("rules fired without end");
    }
}
