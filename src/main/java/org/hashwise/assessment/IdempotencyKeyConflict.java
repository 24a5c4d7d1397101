package org.hashwise.assessment;

/** The key of an earlier request came with another one. */
public final class IdempotencyKeyConflict extends RuntimeException {

    IdempotencyKeyConflict() {
        super("key of another request", null, false, false);
    }
}
