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
import java.util.regex.Pattern;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;

/** Reader of a folder into memory, as far as it is safe to. */
final class RulebookFolder extends SimpleFileVisitor<Path> {

    /** Names of files that editors and operating systems leave beside others, and of proposed market snapshots. */
    private static final Pattern LEFTOVER =
            Pattern.compile("(?i)[.].*|~[$].*|.*~|.*[.](bak|orig|swp|tmp|proposal)|Thumbs[.]db|desktop[.]ini|#.*#");

    private final Path folder;
    private final Path base;
    private final String prefix;
    private final SortedMap<String, byte[]> content;
    private final List<RulebookProblem> unread;
    private long bytes;

    /** @throws IOException when there is no such folder; one that is a link is followed */
    RulebookFolder(Path folder) throws IOException {
        this(folder.toRealPath(), folder.toRealPath(), "", new TreeMap<>(), new ArrayList<>());
    }

    /**
     * @param folder outside which nothing is read
     * @param base the part of it that is read, of which the paths begin with {@code prefix}
     */
    private RulebookFolder(
            Path folder, Path base, String prefix, SortedMap<String, byte[]> content, List<RulebookProblem> unread) {
        this.folder = folder;
        this.base = base;
        this.prefix = prefix;
        this.content = content;
        this.unread = unread;
    }

    RulebookFiles read() {
        try {
            Files.walkFileTree(base, this);
        } catch (IOException failure) {
            refuse(prefix, Code.UNREADABLE_FILE);
        }
        return new RulebookFiles(content, unread);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return isLeftover(directory) && !directory.equals(base)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (isLeftover(file)) {
            return FileVisitResult.CONTINUE;
        }
        String path = path(file);
        if (attributes.isSymbolicLink()) {
            follow(file, path);
        } else if (!attributes.isRegularFile()) {
            refuse(path, Code.UNREADABLE_FILE);
        } else if (attributes.size() > FileLimits.FILE_BYTES) {
            refuse(path, Code.FILE_TOO_LARGE, path, FileLimits.FILE_BYTES);
        } else {
            return read(file, path);
        }
        return FileVisitResult.CONTINUE;
    }

    private String path(Path file) {
        return prefix + base.relativize(file).toString().replace('\\', '/');
    }

    // A link within the folder, such as those of a mounted ConfigMap, is read; one to elsewhere or to a folder above is
    // not.
    private void follow(Path link, String path) {
        try {
            Path target = link.toRealPath();
            if (!target.startsWith(folder) || link.startsWith(target) || !prefix.isEmpty()) {
                refuse(path, Code.LINKED_FILE);
            } else if (Files.isDirectory(target)) {
                new RulebookFolder(folder, target, path + "/", content, unread).read();
            } else if (Files.size(target) > FileLimits.FILE_BYTES) {
                refuse(path, Code.FILE_TOO_LARGE, path, FileLimits.FILE_BYTES);
            } else {
                read(target, path);
            }
        } catch (IOException failure) {
            refuse(path, Code.UNREADABLE_FILE);
        }
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
        refuse(path(file), Code.UNREADABLE_FILE);
        return FileVisitResult.CONTINUE;
    }

    private void refuse(String path, Code code, Object... arguments) {
        unread.add(RulebookProblem.of(path, Severity.ERROR, code, arguments));
    }

    private static boolean isLeftover(Path path) {
        Path name = path.getFileName();
        return name != null && LEFTOVER.matcher(name.toString()).matches();
    }
}
