package org.hashwise.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names, sizes and times of the files of a folder, without their contents. A folder that does not exist is empty. */
record FolderSnapshot(Map<Path, Mark> files) {

    /** @param key distinguishes a file from another that replaced it; null where the file system has none */
    private record Mark(
            long size, Instant changed, @Nullable Object key) {}

    static FolderSnapshot of(Path folder) {
        Map<Path, Mark> files = new TreeMap<>();
        try {
            if (!Files.exists(folder)) {
                return new FolderSnapshot(files);
            }
            // Behind a link to a release folder, the paths name the release, so that an exchange of the link is a
            // change.
            Files.walkFileTree(folder.toRealPath(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Instant changed = attributes.lastModifiedTime().toInstant();
                    files.put(file, new Mark(attributes.size(), changed, attributes.fileKey()));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new FolderSnapshot(files);
    }

    /** Returns whether every file was last changed before this moment. */
    boolean isOlderThan(Instant moment) {
        return files.values().stream().allMatch(mark -> mark.changed().isBefore(moment));
    }
}
