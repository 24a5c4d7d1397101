package org.hashwise.assessment;

/** Verification of the whole hash chain: was a record altered or removed? Thread-safe. */
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
