package org.hashwise.assessment;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the connections that write to a file behave as on a full disk, or as where nothing may be written. */
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

    private static JdbcClient writer(Store store) {
        return JdbcClient.create(store.database().writer());
    }
}
