package org.hashwise.rulebook.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;
import org.jspecify.annotations.Nullable;

/** The files of one rulebook: content by path, paths relative to the rulebook with forward slashes. */
public final class RulebookFiles {

    private final SortedMap<String, byte[]> contentByPath;
    private final List<RulebookProblem> unread;

    /** Computed when it is first asked for, which is work of milliseconds; null until then. */
    private volatile @Nullable String fingerprint;

    public RulebookFiles(Map<String, byte[]> contentByPath) {
        this(contentByPath, List.of());
    }

    /** @param unread why some files are not among these */
    RulebookFiles(Map<String, byte[]> contentByPath, List<RulebookProblem> unread) {
        this.contentByPath = Collections.unmodifiableSortedMap(new TreeMap<>(contentByPath));
        this.unread = List.copyOf(unread);
    }

    /**
     * Reads a folder. Hidden files and what editors leave are ignored. Links are followed within the folder; links to other places,
     * unreadable and too large files are not read, which the examination of the files reports.
     *
     * @throws RulebookRejected when there is no such folder
     */
    public static RulebookFiles in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new RulebookRejected(List.of(
                    RulebookProblem.of(folder.toString(), Severity.ERROR, Code.MISSING_FILE, folder.toString())));
        }
        boolean inside =
                !Files.isDirectory(folder.resolve("questions")) && Files.isDirectory(folder.resolve("rules/questions"));
        if (inside) {
            String meant = Messages.of("suggestion.near", folder.resolve("rules"));
            throw new RulebookRejected(List.of(new RulebookProblem(
                    folder.toString(),
                    0,
                    0,
                    "",
                    "",
                    Severity.ERROR,
                    Code.MISSING_FILE,
                    List.of(folder + "/questions"),
                    meant)));
        }
        try {
            return new RulebookFolder(folder).read();
        } catch (IOException failure) {
            throw new RulebookRejected(
                    List.of(RulebookProblem.of(folder.toString(), Severity.ERROR, Code.UNREADABLE_FILE)));
        }
    }

    public SortedMap<String, byte[]> contentByPath() {
        return contentByPath;
    }

    /** The problems of files of the folder that were not read. */
    public List<RulebookProblem> unread() {
        return unread;
    }

    /** The paths in a folder and below, with this ending, in order. */
    public List<String> paths(String folder, String ending) {
        return contentByPath.keySet().stream()
                .filter(path -> path.startsWith(folder + "/") && path.endsWith(ending))
                .toList();
    }

    /** The content as text, with line ends normalised and without a byte order mark. */
    public String text(String path) {
        byte[] content = contentByPath.get(path);
        if (content == null) {
            throw new IllegalArgumentException(path);
        }
        return normalised(new String(content, StandardCharsets.UTF_8));
    }

    private static String normalised(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** These files with another content for one path. */
    public RulebookFiles with(String path, byte[] content) {
        SortedMap<String, byte[]> changed = new TreeMap<>(contentByPath);
        changed.put(path, content);
        return new RulebookFiles(changed, unread);
    }

    /**
     * SHA-256 over paths and contents: the same on every system, so line ends of text files count as one. Explanations
     * for analysts ({@code *.md}) do not count.
     */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = computedFingerprint();
            fingerprint = known;
        }
        return known;
    }

    private String computedFingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String path : contentByPath.keySet()) {
                if (path.endsWith(".md")) {
                    continue;
                }
                byte[] content = path.endsWith(".xlsx")
                        ? contentByPath.get(path)
                        : text(path).getBytes(StandardCharsets.UTF_8);
                digest.update((path + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
