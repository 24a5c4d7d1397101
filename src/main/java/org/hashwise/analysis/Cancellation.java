package org.hashwise.analysis;

import org.jspecify.annotations.Nullable;

/**
 * The check of each thread whether the result of its analysis is still wanted. Analyses call it between evaluations, also in
 * threads that work for them, so that a check has to be thread-safe; it throws {@link AnalysisCancelled} to stop them.
 */
public final class Cancellation {

    private static final ThreadLocal<@Nullable Runnable> CURRENT = new ThreadLocal<>();

    private Cancellation() {}

    /** The check of the current thread; one that never stops anything unless {@link #begin} was called. */
    public static Runnable current() {
        Runnable begun = CURRENT.get();
        return begun == null ? () -> {} : begun;
    }

    /** @throws AnalysisCancelled when the analysis of the current thread has to stop */
    public static void check() {
        current().run();
    }

    /** Makes this the check of the current thread until the scope is closed. */
    public static Scope begin(Runnable check) {
        Runnable before = CURRENT.get();
        CURRENT.set(check);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** The part of a thread's work to which a check applies. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
