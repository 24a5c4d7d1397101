package org.hashwise.analysis;

/**
 * A signal to an analysis in progress that its result is no longer wanted. Analyses check the one of their thread between
 * evaluations, also in threads that work for them. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Cancellation {

    /** @throws AnalysisCancelled when the analysis has to stop */
    void check();

    /** The signal of the current thread; one that never stops anything unless {@link #begin} was called. */
    static Cancellation current() {
        return CurrentCancellation.get();
    }

    /** Makes this the signal of the current thread until the scope is closed. */
    default Scope begin() {
        Cancellation before = CurrentCancellation.get();
        CurrentCancellation.set(this);
        return () -> CurrentCancellation.set(before);
    }

    /** The part of a thread's work to which a signal applies. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
