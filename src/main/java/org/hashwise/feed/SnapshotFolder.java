package org.hashwise.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hashwise.market.MarketSnapshot;

/**
 * The market folder of a rules folder: one file per snapshot, {@code 2026-10-31.yaml}, and one per proposal,
 * {@code 2026-10-31.proposal}, which the rulebook does not read. A file appears as a whole or not at all, and a snapshot that
 * is there is never changed. Processes that write to it at the same time wait for each other.
 */
final class SnapshotFolder {

    private static final String SNAPSHOT = ".yaml";
    private static final String PROPOSAL = ".proposal";
    private static final String WRITE_LOCK = ".write.lock";
    private static final String FETCH_LOCK = ".fetch.lock";

    private static final Object WRITING = new Object();

    private final Path folder;

    /** @param rules the rules folder */
    SnapshotFolder(Path rules) {
        this.folder = rules.resolve("market");
    }

    /** Does something while no other process or thread writes here. */
    <T> T whileLocked(Supplier<T> work) {
        synchronized (WRITING) { // a file lock is held by the process, not by the thread
            try {
                create();
                try (FileChannel channel = open(WRITE_LOCK);
                        FileLock held = channel.lock()) {
                    if (!held.isValid()) {
                        throw new IOException(folder.toString());
                    }
                    return work.get();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Does something unless another instance does it at this moment; says whether it was done. */
    boolean ifFirst(Runnable work) {
        try {
            create();
            try (FileChannel channel = open(FETCH_LOCK);
                    FileLock held = channel.tryLock()) {
                if (held == null) {
                    return false;
                }
                work.run();
                return true;
            }
        } catch (OverlappingFileLockException ownThread) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void create() throws IOException {
        if (!Files.isDirectory(folder)) { // also when it is a link to one, which Java 17 refuses to create
            Files.createDirectories(folder);
        }
    }

    private FileChannel open(String name) throws IOException {
        return FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    Path snapshot(LocalDate date) {
        return folder.resolve(date + SNAPSHOT);
    }

    Path proposal(LocalDate date) {
        return folder.resolve(date + PROPOSAL);
    }

    boolean hasSnapshot(LocalDate date) {
        return Files.exists(snapshot(date));
    }

    boolean hasProposal(LocalDate date) {
        return Files.exists(proposal(date));
    }

    /** Writes a snapshot and removes the proposal of the same date. */
    Path add(MarketSnapshot snapshot) {
        Path file = write(snapshot(snapshot.asOf()), SnapshotText.of(snapshot, List.of()));
        removeProposal(snapshot.asOf());
        return file;
    }

    /** Writes a proposal; an earlier one of the same date is replaced. */
    Path propose(MarketSnapshot snapshot, List<String> comments) {
        return write(proposal(snapshot.asOf()), SnapshotText.of(snapshot, comments));
    }

    /** Removes a proposal; says whether there was one. */
    boolean removeProposal(LocalDate date) {
        try {
            return Files.deleteIfExists(proposal(date));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The proposals by date. */
    SortedMap<LocalDate, Path> proposals() {
        SortedMap<LocalDate, Path> proposals = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return proposals;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> date(file).ifPresent(date -> proposals.put(date, file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return proposals;
    }

    private static Optional<LocalDate> date(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(PROPOSAL)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(name.substring(0, name.length() - PROPOSAL.length())));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    // Names that begin with a dot are not read as rules. The file gets the permissions that others in the folder get.
    private Path write(Path file, String text) {
        Path fresh = folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            move(fresh, file);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            removeQuietly(fresh);
        }
    }

    private static void move(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException odd) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void removeQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // It begins with a dot, so that nothing reads it.
        }
    }
}
