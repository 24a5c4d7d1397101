package org.hashwise.rulebook.engine;

import java.time.Duration;

/**
 * The bound on rule firings of one evaluation.
 *
 * @param firings of all rules together
 * @param time from the first firing on
 */
record FiringLimit(int firings, Duration time) {

    /** Hundreds of times what a situation needs, and still less than a reader's patience. */
    static final FiringLimit USUAL = new FiringLimit(10_000, Duration.ofSeconds(2));
}
