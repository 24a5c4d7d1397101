package org.hashwise.analysis;

/** The cancellation signal of each thread. */
final class CurrentCancellation {

    private static final Cancellation NEVER = () -> {};
    private static final ThreadLocal<Cancellation> CURRENT = ThreadLocal.withInitial(() -> NEVER);

    private CurrentCancellation() {}

    static Cancellation get() {
        return CURRENT.get();
    }

    static void set(Cancellation cancellation) {
        if (cancellation == NEVER) {
            CURRENT.remove();
        } else {
            CURRENT.set(cancellation);
        }
    }
}
