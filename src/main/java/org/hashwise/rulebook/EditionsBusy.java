package org.hashwise.rulebook;

/** Too many want an old edition opened at the same time; a moment later there is room again. */
public final class EditionsBusy extends RuntimeException {

    EditionsBusy() {
        super("busy", null, false, false);
    }
}
