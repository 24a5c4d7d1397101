package org.hashwise.assessment;

/** The store could not do what it was asked for; nothing was changed. */
public final class StoreRefused extends RuntimeException {

    private final Reason reason;

    StoreRefused(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public enum Reason {
        /** No room is left for what is new; everything kept can be read. */
        FULL,
        /** It can be read, not written. */
        READ_ONLY,
        /** Others kept it busy for too long. */
        BUSY,
        /** It can be neither read nor written. */
        UNREACHABLE
    }

    public Reason reason() {
        return reason;
    }
}
