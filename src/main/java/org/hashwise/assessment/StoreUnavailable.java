package org.hashwise.assessment;

/** Exception: the store could not complete an operation; nothing was changed. */
public final class StoreUnavailable extends RuntimeException {

    private final FailureReason reason;

    StoreUnavailable(FailureReason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public enum FailureReason {
        /** The disk or quota is full; everything stored can be read. */
        FULL,
        /** The store can be read, not written. */
        READ_ONLY,
        /** Other processes kept the store busy for too long. */
        BUSY,
        /** The file of the store is damaged: what can still be read is read, and nothing is written. */
        DAMAGED,
        /** The store can be neither read nor written. */
        UNREACHABLE
    }

    /** The message of the database, in a line for the log. */
    public String cause() {
        Throwable deepest = this;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.toString();
    }

    public FailureReason reason() {
        return reason;
    }
}
