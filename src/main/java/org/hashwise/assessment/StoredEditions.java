package org.hashwise.assessment;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Editions} over the database. */
final class StoredEditions implements Editions {

    private final Store store;
    private final Clock clock;

    StoredEditions(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
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

    @Override
    public void keep(String fingerprint, byte[] zip) {
        store.write(jdbc -> jdbc.sql(
                        "insert into edition (fingerprint, kept_at, zip) values (?, ?, ?) on conflict do nothing")
                .params(fingerprint, clock.millis(), zip)
                .update());
    }
}
