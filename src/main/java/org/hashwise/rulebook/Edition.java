package org.hashwise.rulebook;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A rulebook that is or was in force, with a reference count. It is closed when it is out of force and the
 * last user has let go. Thread-safe.
 */
final class Edition {

    private final Rulebook rulebook;
    private final Instant loadedAt;

    /** Being in force counts as one use. */
    private final AtomicInteger uses = new AtomicInteger(1);

    Edition(Rulebook rulebook, Instant loadedAt) {
        this.rulebook = rulebook;
        this.loadedAt = loadedAt;
    }

    Rulebook rulebook() {
        return rulebook;
    }

    Instant loadedAt() {
        return loadedAt;
    }

    /** Counts one more user; false when it is too late because the last one has let go. */
    boolean take() {
        int seen = uses.get();
        while (seen > 0) {
            if (uses.compareAndSet(seen, seen + 1)) {
                return true;
            }
            seen = uses.get();
        }
        return false;
    }

    void letGo() {
        if (uses.decrementAndGet() == 0) {
            rulebook.close();
        }
    }
}
