package org.hashwise.rulebook.model;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;

/** Reads a folder into memory as far as it is safe to. */
final class RulebookFolder extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final SortedMap<String, byte[]> content = new TreeMap<>();
    private final List<RulebookProblem> unread = new ArrayList<>();
    private long bytes;

    RulebookFolder(Path folder) {
        this.folder = folder;
    }

    RulebookFiles read() {
        try {
            Files.walkFileTree(folder, this);
        } catch (IOException failure) {
            refuse(folder.toString(), Code.UNREADABLE_FILE);
        }
        return new RulebookFiles(content, unread);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return isHidden(directory) && !directory.equals(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (isHidden(file)) {
            return FileVisitResult.CONTINUE;
        }
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (attributes.isSymbolicLink()) {
            refuse(path, Code.LINKED_FILE);
        } else if (!attributes.isRegularFile()) {
            refuse(path, Code.UNREADABLE_FILE);
        } else if (attributes.size() > FileLimits.FILE_BYTES) {
            refuse(path, Code.FILE_TOO_LARGE, path, FileLimits.FILE_BYTES);
        } else {
            return read(file, path);
        }
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult read(Path file, String path) {
        try {
            byte[] read = Files.readAllBytes(file);
            bytes += read.length;
            content.put(path, read);
        } catch (IOException failure) {
            refuse(path, Code.UNREADABLE_FILE);
        }
        if (bytes > FileLimits.TOTAL_BYTES || content.size() > FileLimits.FILES) {
            refuse(path, Code.RULEBOOK_TOO_LARGE, FileLimits.FILES, FileLimits.TOTAL_BYTES);
            return FileVisitResult.TERMINATE;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        refuse(folder.relativize(file).toString().replace('\\', '/'), Code.UNREADABLE_FILE);
        return FileVisitResult.CONTINUE;
    }

    private void refuse(String path, Code code, Object... arguments) {
        unread.add(RulebookProblem.of(path, Severity.ERROR, code, arguments));
    }

    private static boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null
                && (name.toString().startsWith(".") || name.toString().startsWith("~$"));
    }
}
