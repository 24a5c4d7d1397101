package org.hashwise.assessment;

import java.time.Clock;
import java.util.Optional;

/** The repository of archived rulebook editions: the files of each, packed. Thread-safe. */
public interface Editions {

    /** Those of a store. */
    static Editions in(Store store, Clock clock) {
        return new StoredEditions(store, clock);
    }

    /**
     * The packed files of an edition; empty when it was never kept.
     *
     * @param fingerprint {@code sha256:…}
     */
    Optional<byte[]> edition(String fingerprint);

    /** Keeps an edition for good; nothing happens when it is there already. On return it survives a crash. */
    void keep(String fingerprint, byte[] zip);
}
