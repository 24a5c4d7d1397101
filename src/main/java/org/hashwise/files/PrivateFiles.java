package org.hashwise.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files and folders that only the account of the program may use: at most 0600 and 0700, whatever they were before.
 * Without effect where the file system knows no such permissions.
 */
public final class PrivateFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    // The process that made a temporary file is part of its name.
    private static final Pattern TEMPORARY = Pattern.compile("\\.temporary-(\\d+)-.*");

    private PrivateFiles() {}

    /** Creates a folder, and those above it, unless they exist; takes the permissions of others away. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) { // also when it is a link to one, which Java 17 refuses to create
            Files.createDirectories(folder, attributes(FOLDER));
        }
        restrict(folder, FOLDER);
    }

    /** Creates an empty file unless it exists; takes the permissions of others away. */
    public static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(FILE));
        } catch (FileAlreadyExistsException existing) {
            restrict(file, FILE);
        }
    }

    /** Takes the permissions of others away from a file, if it exists. */
    public static void restrict(Path file) {
        if (Files.exists(file)) {
            restrict(file, FILE);
        }
    }

    private static void restrict(Path path, Set<PosixFilePermission> most) {
        try {
            if (!POSIX) {
                return;
            }
            Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
            if (!most.containsAll(found)) {
                Files.setPosixFilePermissions(path, most);
                LOG.warn("Others could use {} ({}); now they cannot", path, PosixFilePermissions.toString(found));
            }
        } catch (IOException failure) {
            LOG.warn("The permissions of {} cannot be changed: {}", path, failure.getMessage());
        }
    }

    /** A new file for one operation, in a folder that is created if needed. {@link #clear} removes what is left over. */
    public static Path createTemporary(Path folder, String ending) throws IOException {
        createFolder(folder);
        String prefix = ".temporary-" + ProcessHandle.current().pid() + "-";
        return Files.createTempFile(folder, prefix, ending, attributes(FILE));
    }

    /** Removes temporary files of processes that have ended. */
    public static void clear(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(PrivateFiles::isLeftOver).forEach(PrivateFiles::delete);
        } catch (IOException unreadable) {
            LOG.warn("The folder {} cannot be searched for temporary files: {}", folder, unreadable.getMessage());
        }
    }

    // A number is used again, in containers at once: a process that started after the last change did not make the
    // file.
    private static boolean isLeftOver(Path file) {
        Matcher name = TEMPORARY.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        Instant changed = lastModified(file);
        return ProcessHandle.of(Long.parseLong(name.group(1)))
                .filter(process ->
                        !process.info().startInstant().orElse(Instant.MIN).isAfter(changed))
                .isEmpty();
    }

    // The time of a file that another process has just removed does not matter.
    private static Instant lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException removed) {
            return Instant.MAX;
        }
    }

    /** @throws UncheckedIOException when the file exists and cannot be deleted */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
