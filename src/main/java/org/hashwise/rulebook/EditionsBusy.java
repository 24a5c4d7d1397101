package org.hashwise.rulebook;

/** Exception: too many archived editions are being opened at the same time; a moment later another can be opened. */
public final class EditionsBusy extends RuntimeException {

    EditionsBusy() {
        super("busy", null, false, false);
    }
}
