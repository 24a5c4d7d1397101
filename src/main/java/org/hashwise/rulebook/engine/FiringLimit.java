package org.hashwise.rulebook.engine;

import java.time.Duration;

/**
 * How much one evaluation may do.
 *
 * @param firings of all rules together
 * @param time from the first firing on
 */
record FiringLimit(int firings, Duration time) {

    /** Hundreds of times what a situation needs, and still less than a reader's patience. */
    static final FiringLimit USUAL = new FiringLimit(10_000, Duration.ofSeconds(2));
}
