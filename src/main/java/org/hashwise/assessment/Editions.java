package org.hashwise.assessment;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The repository of archived rulebook editions: the files of each, packed. Thread-safe. */
public final class Editions {

    private final Store store;
    private final Clock clock;

    public Editions(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The packed files of an edition; empty when it was never kept.
     *
     * @param fingerprint {@code sha256:…}
     */
    public Optional<byte[]> edition(String fingerprint) {
        return store.read(jdbc -> jdbc.sql("select zip from edition where fingerprint = ?")
                .param(fingerprint)
                .query((row, number) -> row.getBytes("zip"))
                .optional());
    }

    /** Hash of an edition as it is archived; empty when it is not. */
    static Optional<String> hash(JdbcClient jdbc, String fingerprint) {
        return jdbc.sql("select zip from edition where fingerprint = ?")
                .param(fingerprint)
                .query((row, number) -> Sha256.prefixed(row.getBytes("zip")))
                .optional();
    }

    /** Keeps an edition for good; nothing happens when it is there already. On return it survives a crash. */
    public void keep(String fingerprint, byte[] zip) {
        store.write(jdbc -> jdbc.sql(
                        "insert into edition (fingerprint, kept_at, zip) values (?, ?, ?) on conflict do nothing")
                .params(fingerprint, clock.millis(), zip)
                .update());
    }
}
