package org.hashwise.assessment;

/** What was named as a store cannot be read as one. */
public final class StoreUnreadable extends RuntimeException {

    StoreUnreadable(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
