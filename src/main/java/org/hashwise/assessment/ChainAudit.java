package org.hashwise.assessment;

/** Looks through the whole chain and says whether anything was altered or removed behind our back. Thread-safe. */
public final class ChainAudit {

    private final Store store;

    public ChainAudit(Store store) {
        this.store = store;
    }

    /** Reads everything that is kept, as it is at one moment. */
    public ChainReport run() {
        return store.snapshot(jdbc -> new ChainWalk(jdbc).walk());
    }
}
