package org.hashwise.assessment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.hashwise.assessment.BackupRefused.RefusalReason;
import org.hashwise.files.PrivateFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteConfig;

/**
 * Backup of the store to a file, and restore from it. The file is an SQLite database whatever the store is, so that
 * what one kind of store saved the other takes.
 */
public final class Backups {

    private final Store store;

    public Backups(Store store) {
        this.store = store;
    }

    /**
     * Saves all as it is at one moment, while others read and write; the file is there whole or not at all.
     *
     * @return the result of the verification of the saved chain
     * @throws BackupRefused when the file exists, or there is nothing to save
     */
    public ChainReport save(Path file) {
        if (Files.exists(file)) {
            throw new BackupRefused(RefusalReason.EXISTS);
        }
        if (!store.settings().isServer() && !Files.exists(store.settings().file())) {
            throw new BackupRefused(RefusalReason.NOTHING);
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            PrivateFiles.createFile(part);
            ChainReport report = fill(part);
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return report;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            PrivateFiles.delete(part);
        }
    }

    private ChainReport fill(Path part) {
        if (!store.settings().isServer()) {
            store.read(jdbc -> jdbc.sql("vacuum into ?").param(part.toString()).update());
            return inFile(part, connection -> verifyChain(connection));
        }
        return inFile(part, connection -> {
            store.snapshot(jdbc -> {
                TableCopy.between(store.database().reader(), connection);
                return true;
            });
            return verifyChain(connection);
        });
    }

    /**
     * Replaces the contents of the store with those of a backup, in one transaction. Running instances have to be
     * restarted afterwards.
     *
     * @param force whether a store with contents may be replaced
     * @return the result of the verification of the saved chain
     * @throws BackupRefused when there is no such file, its chain is not sound, or the store has contents already
     */
    public ChainReport restore(Path file, boolean force) {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused(RefusalReason.MISSING);
        }
        Path copy = copy(file);
        try {
            // Of an earlier version of Hashwise perhaps: the copy is brought to the newest schema, the file stays.
            return inFile(copy, connection -> {
                ChainReport report = verifyChain(connection);
                if (!report.sound()) {
                    throw new BackupRefused(report);
                }
                if (store.isDamaged()) {
                    if (!force) {
                        throw new BackupRefused(RefusalReason.OCCUPIED);
                    }
                    store.setAside();
                }
                store.write(jdbc -> {
                    Chain.lock(jdbc);
                    if (!force && holdsSomething(jdbc)) {
                        throw new BackupRefused(RefusalReason.OCCUPIED);
                    }
                    TableCopy.between(connection, store.database().writer());
                    return true;
                });
                return report;
            });
        } finally {
            PrivateFiles.delete(copy);
        }
    }

    private static boolean holdsSomething(JdbcClient jdbc) {
        return jdbc.sql("select position from chain_head where id = 1")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static ChainReport verifyChain(SingleConnectionDataSource connection) {
        return new ChainVerifier(JdbcClient.create(connection)).walk();
    }

    /** Works in a file at the newest schema, over one connection and with nothing beside the file. */
    private static ChainReport inFile(Path file, Function<SingleConnectionDataSource, ChainReport> work) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file)) {
            SingleConnectionDataSource alone = new SingleConnectionDataSource(connection, true);
            Database.migrate(alone);
            return work.apply(alone);
        } catch (SQLException failure) {
            throw new BackupRefused(RefusalReason.UNREADABLE);
        } catch (org.flywaydb.core.api.FlywayException noDatabase) {
            throw new BackupRefused(RefusalReason.UNREADABLE);
        }
    }

    // Beside the store, where no other account may read it; into the file that is there, which keeps its permissions.
    private Path copy(Path file) {
        try {
            Path copy = PrivateFiles.createTemporary(store.settings().folder(), ".db");
            try (OutputStream out = Files.newOutputStream(copy)) {
                Files.copy(file, out);
            }
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
