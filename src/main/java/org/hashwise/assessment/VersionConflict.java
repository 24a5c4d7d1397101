package org.hashwise.assessment;

/** Exception: an assessment was changed since the caller read it. */
public final class VersionConflict extends RuntimeException {

    private final transient Assessment current;

    public VersionConflict(Assessment current) {
        super("version " + current.version() + " is current", null, false, false);
        this.current = current;
    }

    /** The assessment as it is now. */
    public Assessment current() {
        return current;
    }
}
