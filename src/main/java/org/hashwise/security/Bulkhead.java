package org.hashwise.security;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets so many in at a time; some more may wait for their turn, and whoever comes then is sent away at once. */
final class Bulkhead {

    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int longestQueue;
    private final Duration patience;

    Bulkhead(int places, int longestQueue, Duration patience) {
        // In the order in which they came: with luck alone somebody could wait until his patience ends.
        this.places = new Semaphore(places, true);
        this.longestQueue = longestQueue;
        this.patience = patience;
    }

    /** Whether there was a place in time; then {@link #leave} is owed. */
    boolean enter() {
        if (places.tryAcquire()) {
            return true;
        }
        try {
            return waiting.incrementAndGet() <= longestQueue
                    && places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        places.release();
    }
}
