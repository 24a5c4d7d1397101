package org.hashwise.assessment;

/** Exception: an idempotency key came again with a different request. */
public final class IdempotencyKeyConflict extends RuntimeException {

    IdempotencyKeyConflict() {
        super("key of another request", null, false, false);
    }
}
