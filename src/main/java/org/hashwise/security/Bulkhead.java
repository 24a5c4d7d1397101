package org.hashwise.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A bound on the expensive requests in progress, in all and for each caller. Some more may wait; they are served in the
 * order of their arrival, except that one whose caller has its share already lets others pass. One caller takes half of
 * the queue at most. Thread-safe.
 */
final class Bulkhead {

    private static final long MILLIS_BETWEEN_CHECKS = 250;

    private final int places;
    private final int placesPerCaller;
    private final int longestQueue;
    private final Duration patience;
    private final Map<String, Integer> taken = new HashMap<>();
    private final List<Waiter> queue = new ArrayList<>();
    private int free;

    Bulkhead(int places, int placesPerCaller, int longestQueue, Duration patience) {
        this.places = places;
        this.placesPerCaller = placesPerCaller;
        this.longestQueue = longestQueue;
        this.patience = patience;
        this.free = places;
    }

    private record Waiter(String caller, CountDownLatch served) {}

    /**
     * Waits for a place; {@link #leave} follows if there was one in time.
     *
     * @param abandoned asked now and then while waiting; true ends the wait
     * @return whether the request has a place
     */
    boolean enter(String caller, BooleanSupplier abandoned) {
        Waiter waiter = new Waiter(caller, new CountDownLatch(1));
        synchronized (this) {
            if (hasPlaceFor(caller)) {
                take(caller);
                return true;
            }
            long own = queue.stream()
                    .filter(other -> other.caller().equals(caller))
                    .count();
            if (queue.size() >= longestQueue || own >= (longestQueue + 1) / 2) {
                return false;
            }
            queue.add(waiter);
        }
        return isServed(waiter, abandoned);
    }

    private boolean isServed(Waiter waiter, BooleanSupplier abandoned) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!abandoned.getAsBoolean()) {
                long left = end - System.nanoTime();
                long step = Math.min(left, TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN_CHECKS));
                if (waiter.served().await(step, TimeUnit.NANOSECONDS)) {
                    return true;
                }
                if (left <= 0) {
                    break;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            // A place may have become free in this very moment.
            return !queue.remove(waiter);
        }
    }

    synchronized void leave(String caller) {
        free++;
        taken.computeIfPresent(caller, (same, count) -> count == 1 ? null : count - 1);
        for (Iterator<Waiter> each = queue.iterator(); each.hasNext() && free > 0; ) {
            Waiter waiter = each.next();
            if (hasPlaceFor(waiter.caller())) {
                each.remove();
                take(waiter.caller());
                waiter.served().countDown();
            }
        }
    }

    private boolean hasPlaceFor(String caller) {
        return free > 0 && taken.getOrDefault(caller, 0) < placesPerCaller;
    }

    private void take(String caller) {
        free--;
        taken.merge(caller, 1, Integer::sum);
    }

    /** Returns whether no request has a place or waits for one. */
    synchronized boolean isIdle() {
        return free == places && queue.isEmpty();
    }
}
