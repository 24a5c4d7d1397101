package org.hashwise.assessment;

/** Exception: there is no such assessment, or no such version of it. */
public final class AssessmentNotFound extends RuntimeException {

    private final boolean forgotten;

    AssessmentNotFound(boolean forgotten) {
        // The id is a secret: no message repeats it.
        super(forgotten ? "forgotten" : "never kept", null, false, false);
        this.forgotten = forgotten;
    }

    /** Returns whether it was there once and was deleted. */
    public boolean forgotten() {
        return forgotten;
    }
}
