package org.hashwise.assessment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
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
                .query((row, number) -> hash(row.getBytes("zip")))
                .optional();
    }

    private static String hash(byte[] zip) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(zip);
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void keep(String fingerprint, byte[] zip) {
        store.write(jdbc -> jdbc.sql(
                        "insert into edition (fingerprint, kept_at, zip) values (?, ?, ?) on conflict do nothing")
                .params(fingerprint, clock.millis(), zip)
                .update());
    }
}
