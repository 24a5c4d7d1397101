package org.hashwise.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files and folders that only the account of the program may read: 0600 and 0700, whatever they were before. Without effect
 * where the file system knows no such permissions.
 */
final class PrivateFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    // The process that made a temporary file is part of its name.
    private static final Pattern TEMPORARY = Pattern.compile("\\.temporary-(\\d+)-.*");

    private PrivateFiles() {}

    /** Makes a folder, and those above it, unless they exist; closes it to others. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(FOLDER));
        close(folder, FOLDER);
    }

    /** Makes an empty file unless it exists; closes it to others. */
    static void file(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(FILE));
        } catch (FileAlreadyExistsException there) {
            close(file, FILE);
        }
    }

    /** Closes a file to others if it exists. */
    static void closeIfThere(Path file) {
        if (Files.exists(file)) {
            close(file, FILE);
        }
    }

    private static void close(Path path, Set<PosixFilePermission> permissions) {
        try {
            if (POSIX && !Files.getPosixFilePermissions(path).equals(permissions)) {
                Files.setPosixFilePermissions(path, permissions);
            }
        } catch (IOException notOurs) {
            LOG.warn("Others may read {}, and its permissions cannot be changed: {}", path, notOurs.getMessage());
        }
    }

    /** A new file for the time of one operation. What a killed process leaves is removed by {@link #clear}. */
    static Path temporary(Path folder, String ending) throws IOException {
        folder(folder);
        String prefix = ".temporary-" + ProcessHandle.current().pid() + "-";
        return Files.createTempFile(folder, prefix, ending, attributes(FILE));
    }

    /** Removes temporary files of processes that have ended. */
    static void clear(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(PrivateFiles::isLeftBehind).forEach(PrivateFiles::delete);
        } catch (IOException unreadable) {
            LOG.warn("The folder {} cannot be searched for temporary files: {}", folder, unreadable.getMessage());
        }
    }

    private static boolean isLeftBehind(Path file) {
        Matcher name = TEMPORARY.matcher(file.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
