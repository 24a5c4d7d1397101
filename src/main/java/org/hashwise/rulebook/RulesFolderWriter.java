package org.hashwise.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.List;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.UnifiedDiff;

/** Writer of changed files of a rules folder: each one atomically, with its permissions, through links to where it is. */
public final class RulesFolderWriter {

    private final Path folder;

    public RulesFolderWriter(Path folder) {
        this.folder = folder;
    }

    /** Failure because files in the folder are no longer those that were read; nothing was written. */
    public static final class FileConflict extends IOException {

        private static final long serialVersionUID = 1;

        FileConflict(String path) {
            super(path);
        }
    }

    /**
     * Writes the files that differ. Readers of the folder see each file as it was or as it is to be.
     *
     * @param before as they were read from the folder
     * @return the paths of the files that were written
     * @throws FileConflict when a file that is to be written was changed since
     */
    public List<String> write(RulebookFiles before, RulebookFiles after) throws IOException {
        List<String> paths = UnifiedDiff.paths(before, after);
        for (String path : paths) {
            if (!Arrays.equals(
                    Files.readAllBytes(folder.resolve(path)),
                    before.contentByPath().get(path))) {
                throw new FileConflict(path);
            }
        }
        for (String path : paths) {
            replace(folder.resolve(path).toRealPath(), after.contentByPath().getOrDefault(path, new byte[0]));
        }
        return paths;
    }

    private static void replace(Path file, byte[] content) throws IOException {
        // Readers ignore names that begin with a dot.
        Path temporary = Files.createTempFile(file.resolveSibling("."), ".writing-", ".tmp");
        try {
            Files.write(temporary, content);
            PosixFileAttributeView old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            PosixFileAttributeView made = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
            if (old != null && made != null) {
                made.setPermissions(old.readAttributes().permissions());
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
