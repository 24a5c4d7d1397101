package org.hashwise.assessment;

/** Looks through the whole chain and says whether anything was altered or removed behind our back. Thread-safe. */
public final class ChainVerification {

    private final Store store;

    public ChainVerification(Store store) {
        this.store = store;
    }

    /** Reads everything that is kept, as it is at one moment. */
    public ChainReport run() {
        return store.snapshot(jdbc -> new ChainVerifier(jdbc).walk());
    }
}
