package org.hashwise.assessment;

/** Exception: a file or address is not a readable store. */
public final class StoreUnreadable extends RuntimeException {

    StoreUnreadable(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
