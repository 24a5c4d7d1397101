package org.hashwise.assessment;

import org.jspecify.annotations.Nullable;

/**
 * The result of verifying the hash chain.
 *
 * @param links how many there should be, receipts and records of deletion together
 * @param receipts how many of them are receipts that can be read
 * @param forgotten how many are receipts that were removed on purpose
 * @param head hash of the last link; null for an empty chain
 * @param fault the first one; null when the chain is sound
 */
public record ChainReport(
        long links,
        long receipts,
        long forgotten,
        @Nullable String head,
        @Nullable Fault fault) {

    public boolean sound() {
        return fault == null;
    }

    public enum FaultType {
        /** A record differs from its hash in the link. */
        ALTERED,
        /** A record is gone, and no link records its deletion. */
        MISSING,
        /** A record without a link (orphan). */
        ADDED
    }

    /**
     * @param position of the link; 0 when there is none
     * @param assessment id; empty when it is unknown
     */
    public record Fault(FaultType kind, long position, String assessment, int version) {}
}
