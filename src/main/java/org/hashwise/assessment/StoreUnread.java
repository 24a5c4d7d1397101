package org.hashwise.assessment;

/** What was named as a store cannot be read as one. */
public final class StoreUnread extends RuntimeException {

    StoreUnread(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
