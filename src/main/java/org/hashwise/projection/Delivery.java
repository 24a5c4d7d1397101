package org.hashwise.projection;

/**
 * Delivery of a building for a tenant on one path.
 *
 * @param first months to the first capacity, after which rent begins, at least 1
 * @param full months to all of it, not less than {@code first}
 */
record Delivery(int first, int full) {

    /** The part of the capacity that pays rent in a month, 0 to 1; it grows evenly from the first to the full capacity. */
    double share(int month) {
        return month <= first ? 0 : Math.min(1, (double) (month - first) / (full - first + 1));
    }
}
