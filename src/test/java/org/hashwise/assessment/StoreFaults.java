package org.hashwise.assessment;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Faults of a store: a full disk, a file that cannot be written, a lost edition. */
public final class StoreFaults {

    private StoreFaults() {}

    public interface Fault extends AutoCloseable {
        @Override
        void close();
    }

    /** SQLite says that the disk is full when the file may not get another page. */
    public static Fault full(Store store) {
        JdbcClient writer = writer(store);
        long pages = writer.sql("pragma page_count").query(Long.class).single();
        writer.sql("pragma max_page_count = " + pages).query(Long.class).single();
        return () ->
                writer.sql("pragma max_page_count = 1000000").query(Long.class).single();
    }

    public static Fault readOnly(Store store) {
        JdbcClient writer = writer(store);
        writer.sql("pragma query_only = on").update();
        return () -> writer(store).sql("pragma query_only = off").update();
    }

    /** The receipt of an assessment names an edition that is nowhere. */
    public static void loseEdition(Store store, String assessment, String edition) {
        writer(store)
                .sql("update receipt set body = replace(body, ?, ?) where assessment = ?")
                .params(edition, "sha256:" + "0".repeat(64), assessment)
                .update();
    }

    private static JdbcClient writer(Store store) {
        return JdbcClient.create(store.database().writer());
    }
}
