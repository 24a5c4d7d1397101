package org.hashwise.assessment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hashwise.assessment.StoreUnavailable.FailureReason;
import org.hashwise.files.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Access to the database, in transactions. It is opened at the first use that succeeds, so that the program gives
 * advice also while the database is unavailable. Thread-safe.
 */
public final class Store implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    /** More than a saved assessment with its receipt takes. */
    private static final int PROBE_BYTES = 512 * 1024;

    private final StoreSettings settings;
    private volatile @Nullable Access access;
    private volatile boolean isDamaged;
    private volatile boolean isFull;

    /** @param writable false when the file could be opened only for reading */
    private record Access(
            Database database, TransactionTemplate writing, TransactionTemplate snapshot, boolean writable) {

        static Access to(Database database, boolean server, boolean writable) {
            TransactionTemplate snapshot = new TransactionTemplate(new DataSourceTransactionManager(database.reader()));
            if (server) {
                // Not needed for SQLite, where a transaction sees what was there when it began to read.
                snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
            }
            return new Access(
                    database,
                    new TransactionTemplate(new DataSourceTransactionManager(database.writer())),
                    snapshot,
                    writable);
        }
    }

    public Store(StoreSettings settings) {
        this.settings = settings;
    }

    StoreSettings settings() {
        return settings;
    }

    /** The database itself; opened if it was not. */
    Database database() {
        return access().database();
    }

    /** Reads what is there at each statement. */
    public <T> T read(Function<JdbcClient, T> work) {
        return guarded(() -> work.apply(JdbcClient.create(access().database().reader())));
    }

    /** Reads everything as it was at one moment. */
    public <T> T snapshot(Function<JdbcClient, T> work) {
        return guarded(() -> {
            Access open = access();
            return inside(open.snapshot(), JdbcClient.create(open.database().reader()), work);
        });
    }

    /** All or nothing; part of the transaction that this thread is in, if it is in one. */
    public <T> T write(Function<JdbcClient, T> work) {
        try {
            T result = tryToWrite(work);
            isFull = false;
            return result;
        } catch (StoreUnavailable refused) {
            isFull |= refused.reason() == FailureReason.FULL;
            throw refused;
        }
    }

    private <T> T tryToWrite(Function<JdbcClient, T> work) {
        return guarded(() -> {
            Access open = writable();
            if (isDamaged) {
                throw new StoreUnavailable(FailureReason.DAMAGED, new IllegalStateException(settings.toString()));
            }
            return inside(open.writing(), JdbcClient.create(open.database().writer()), work);
        });
    }

    /**
     * Tries to write as a small change does, and, after the disk was full, whether there is space for one now.
     *
     * @throws StoreUnavailable with the reason for which nothing can be saved
     */
    void probe() {
        tryToWrite(jdbc -> jdbc.sql("update chain_head set position = position where id = 1")
                .update());
        if (isFull) {
            tryToWrite(jdbc -> {
                // Taken from the database's free space and given back with the transaction.
                jdbc.sql("insert into edition (fingerprint, kept_at, zip) values ('probe', 0, ?)")
                        .param(new byte[PROBE_BYTES])
                        .update();
                jdbc.sql("delete from edition where fingerprint = 'probe'").update();
                return true;
            });
        }
        if (!settings.isServer()) {
            guarded(() -> probeDisk());
        }
    }

    private boolean probeDisk() {
        try {
            if (!isFull && Files.getFileStore(settings.folder()).getUsableSpace() >= PROBE_BYTES) {
                return true;
            }
            Path probe = PrivateFiles.createTemporary(settings.folder(), ".probe");
            try {
                Files.write(probe, new byte[PROBE_BYTES], StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            } catch (IOException noRoom) {
                throw new StoreUnavailable(FailureReason.FULL, noRoom);
            } finally {
                Files.deleteIfExists(probe);
            }
            isFull = false;
            return true;
        } catch (IOException failure) {
            throw new StoreUnavailable(FailureReason.READ_ONLY, failure);
        }
    }

    /** Takes what was deleted out of the files beside the database too. */
    void flush() {
        if (!settings.isServer()) {
            read(jdbc -> jdbc.sql("pragma wal_checkpoint(truncate)").query().listOfRows());
        }
    }

    @SuppressWarnings("NullAway") // the work gives what the transaction gives
    private static <T> T inside(TransactionTemplate transaction, JdbcClient jdbc, Function<JdbcClient, T> work) {
        return transaction.execute(status -> work.apply(jdbc));
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreUnavailable refused) {
            throw refused;
        } catch (RuntimeException failure) {
            Throwable origin = StoreFailures.origin(failure);
            FailureReason reason = StoreFailures.reason(origin).orElseThrow(() -> failure);
            isDamaged |= reason == FailureReason.DAMAGED;
            throw new StoreUnavailable(reason, origin);
        }
    }

    private Access access() {
        Access open = access;
        return open == null ? open() : open;
    }

    // What could be opened only for reading may have become writable.
    private Access writable() {
        Access open = access();
        return open.writable() ? open : reopened();
    }

    private synchronized Access reopened() {
        Access former = access();
        if (former.writable()) {
            return former;
        }
        Access writing = Access.to(Database.open(settings), settings.isServer(), true);
        access = writing;
        former.database().close();
        return writing;
    }

    private synchronized Access open() {
        Access open = access;
        if (open != null) {
            return open;
        }
        try {
            open = Access.to(Database.open(settings), settings.isServer(), true);
            if (!settings.isServer() && !FileDatabase.isWhole(open.database().reader())) {
                isDamaged = true;
                LOG.error("The store {} is damaged: it is only read. Restore it from a backup.", settings);
            }
        } catch (RuntimeException failure) {
            if (settings.isServer() || !Files.isReadable(settings.file())) {
                throw failure;
            }
            isDamaged |= StoreFailures.reason(failure)
                    .filter(FailureReason.DAMAGED::equals)
                    .isPresent();
            LOG.warn("The store {} can only be read", settings);
            open = Access.to(FileDatabase.openToRead(settings.file()), false, false);
        }
        access = open;
        return open;
    }

    /**
     * Returns whether the file is damaged: its quick check or an access, such as the one that is tried here, showed it.
     */
    boolean isDamaged() {
        try {
            read(jdbc -> jdbc.sql("select position from chain_head")
                    .query(Long.class)
                    .list());
        } catch (StoreUnavailable unreadable) {
            LOG.debug("The store {} cannot be read", settings, unreadable);
        }
        return isDamaged;
    }

    /** Moves a damaged file and what is beside it out of the way; the next access makes a new one. */
    synchronized void setAside() {
        close();
        Path file = settings.file();
        try {
            for (String ending : List.of("", "-wal", "-shm")) {
                Path part = file.resolveSibling(file.getFileName() + ending);
                if (Files.exists(part)) {
                    Files.move(
                            part,
                            part.resolveSibling(part.getFileName() + ".damaged"),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException failure) {
            throw new StoreUnavailable(FailureReason.READ_ONLY, failure);
        }
        LOG.warn("The damaged store {} was set aside", settings);
        isDamaged = false;
    }

    @Override
    public synchronized void close() {
        Access open = access;
        access = null;
        if (open != null) {
            open.database().close();
        }
    }
}
