package org.hashwise.security;

import java.time.Duration;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.analysis.AnalysisCancelled.Reason;
import org.jspecify.annotations.Nullable;

/** Cancellation of the analyses of one request, after a deadline or when the client has closed the connection. */
final class RequestCancellation {

    private static final long NANOS_BETWEEN_PROBES = Duration.ofMillis(200).toNanos();

    private final Thread owner = Thread.currentThread();
    private final @Nullable ClientConnection connection;
    private final Duration deadline;
    private volatile long end;
    private volatile @Nullable Reason reason;
    private long nextProbe = System.nanoTime();

    /**
     * To be created by the thread that processes the request, which alone looks at the connection.
     *
     * @param connection null when it is not known, or carries several requests at a time
     */
    RequestCancellation(@Nullable ClientConnection connection, Duration deadline) {
        this.connection = connection;
        this.deadline = deadline;
        start();
    }

    /** Starts the deadline again. */
    void start() {
        end = System.nanoTime() + deadline.toNanos();
    }

    /** The reason for which the analyses were cancelled; null when they were not. */
    @Nullable
    Reason reason() {
        return reason;
    }

    /** @throws AnalysisCancelled when they have to stop */
    void check() {
        Reason known = reason;
        if (known == null) {
            long now = System.nanoTime();
            if (isAbandoned(now)) {
                known = Reason.CLIENT_GONE;
            } else if (now - end > 0) {
                known = Reason.DEADLINE;
            } else {
                return;
            }
            reason = known;
        }
        throw new AnalysisCancelled(known);
    }

    /** Returns whether the client has closed the connection. */
    boolean isAbandoned() {
        return isAbandoned(System.nanoTime());
    }

    private boolean isAbandoned(long now) {
        if (reason == Reason.CLIENT_GONE) {
            return true;
        }
        if (connection == null || Thread.currentThread() != owner || now - nextProbe < 0) {
            return false;
        }
        nextProbe = now + NANOS_BETWEEN_PROBES;
        if (connection.isClosedByClient()) {
            reason = Reason.CLIENT_GONE;
            return true;
        }
        return false;
    }
}
