package org.hashwise.analysis;

/** The end of an analysis that was cancelled before it had a result. */
public final class AnalysisCancelled extends RuntimeException {

    private final Reason reason;

    /** The reason for the cancellation of an analysis. */
    public enum Reason {
        /** The analysis took longer than its deadline allows. */
        DEADLINE,
        /** The client closed the connection. */
        CLIENT_GONE
    }

    public AnalysisCancelled(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
