package org.hashwise.assessment;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.hashwise.files.PrivateFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The store in a file of the data folder (SQLite). What was committed is on the disk; there is one connection that writes,
 * and readers never wait for it.
 */
final class FileDatabase {

    private static final int READERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private FileDatabase() {}

    /** Opens the file, created with its folder if missing, and takes the permissions of others away. */
    static Database open(Path file) {
        try {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            PrivateFiles.createFolder(folder);
            PrivateFiles.clear(folder);
            // SQLite gives the files beside it the permissions of the database.
            PrivateFiles.createFile(file);
            PrivateFiles.restrict(beside(file, "-wal"));
            PrivateFiles.restrict(beside(file, "-shm"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Database.migrate(source(file, SQLiteConfig.TransactionMode.DEFERRED));
        return new Database(
                pool("writer", 1, source(file, SQLiteConfig.TransactionMode.IMMEDIATE), false),
                pool("reader", READERS, source(file, SQLiteConfig.TransactionMode.DEFERRED), false));
    }

    /** Only for reading, when nothing can be written to the file or beside it. */
    static Database openToRead(Path file) {
        // Without its helpers beside it, the file alone is complete; they cannot be made where nothing can be written.
        boolean alone = !Files.exists(beside(file, "-wal"));
        SQLiteDataSource source = source(file, SQLiteConfig.TransactionMode.DEFERRED);
        source.getConfig().setReadOnly(true);
        source.setUrl("jdbc:sqlite:" + file.toUri() + (alone ? "?immutable=1" : ""));
        HikariDataSource pool = pool("reader", READERS, source, true);
        return new Database(pool, pool);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Returns whether the structure of the database is whole, by its own quick check. */
    static boolean isWhole(DataSource source) {
        String found = JdbcClient.create(source)
                .sql("pragma quick_check(1)")
                .query(String.class)
                .list()
                .get(0);
        return found.equals("ok");
    }

    /** Connections to a file, one after the other. */
    static SQLiteDataSource source(Path file, SQLiteConfig.TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.setTransactionMode(mode);
        // What is deleted is to be gone from the file too.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariDataSource pool(String name, int size, SQLiteDataSource source, boolean readOnly) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store-" + name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setReadOnly(readOnly);
        // After a failure its driver may believe in a transaction that has ended, or that never began.
        config.setExceptionOverride(new Broken());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        // The one connection that writes stays the same: a new one buys nothing.
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
        return new HikariDataSource(config);
    }

    private static final class Broken implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            return Override.MUST_EVICT;
        }
    }
}
