package org.hashwise.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Waiting times after failures: one minute after the first, twice as long after each further one, six hours at most, and up to
 * half as long again by chance, so that many programs that failed at once do not come back at once.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final Duration LONGEST_ASKED = Duration.ofHours(24);
    private static final int MOST_DOUBLINGS = 20;

    private final DoubleSupplier chance;

    /** @param chance from 0 to 1 */
    Backoff(DoubleSupplier chance) {
        this.chance = chance;
    }

    /**
     * @param failures in a row, 1 or more
     * @param asked the time that the server asks to wait; a longer one than ours is kept to, up to a day
     */
    Duration after(int failures, Optional<Duration> asked) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration ours = shorter(doubled, LONGEST);
        Duration theirs = shorter(asked.orElse(Duration.ZERO), LONGEST_ASKED);
        return jittered(ours.compareTo(theirs) > 0 ? ours : theirs);
    }

    /** A time, and up to half of it more. */
    Duration jittered(Duration time) {
        return time.plusMillis((long) (chance.getAsDouble() * time.toMillis() / 2));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
