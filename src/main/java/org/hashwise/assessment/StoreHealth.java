package org.hashwise.assessment;

import java.time.Duration;
import org.hashwise.assessment.StoreUnavailable.FailureReason;
import org.jspecify.annotations.Nullable;

/** Probe of the store's ability to write, by a write that is repeated after a while at the earliest. Thread-safe. */
public final class StoreHealth {

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private final Store store;
    private long askedAt;
    private boolean asked;
    private @Nullable FailureReason last;

    StoreHealth(Store store) {
        this.store = store;
    }

    /** The reason for which nothing can be written; null when all is well. */
    public synchronized @Nullable FailureReason problem() {
        long now = System.nanoTime();
        if (!asked || now - askedAt > GOOD_FOR.toNanos()) {
            last = tried();
            askedAt = now;
            asked = true;
        }
        return last;
    }

    private @Nullable FailureReason tried() {
        try {
            store.probe();
            return null;
        } catch (StoreUnavailable refused) {
            return refused.reason();
        }
    }

    /** Returns whether the store can be read. */
    public boolean readable() {
        try {
            return store.read(jdbc -> jdbc.sql("select position from chain_head where id = 1")
                            .query(Long.class)
                            .single())
                    >= 0;
        } catch (StoreUnavailable refused) {
            return false;
        }
    }
}
