package org.hashwise.rulebook.model;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Differences between two states of a rulebook, as lines of a unified diff that {@code patch -p0} applies. */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    /** Paths that only one side has, or with other content. Explanations for analysts ({@code *.md}) are left out. */
    public static List<String> paths(RulebookFiles before, RulebookFiles after) {
        TreeSet<String> paths = new TreeSet<>(before.contentByPath().keySet());
        paths.addAll(after.contentByPath().keySet());
        Map<String, byte[]> old = before.contentByPath();
        paths.removeIf(path -> path.endsWith(".md")
                || Arrays.equals(old.get(path), after.contentByPath().get(path)));
        return List.copyOf(paths);
    }

    /** The lines, file by file; of a workbook the name alone. */
    public static List<String> of(RulebookFiles before, RulebookFiles after) {
        List<String> lines = new ArrayList<>();
        for (String path : paths(before, after)) {
            if (path.endsWith(".xlsx")) {
                lines.add("--- " + path);
                lines.add("+++ " + path);
                continue;
            }
            List<String> old = lines(before, path);
            String from = before.contentByPath().containsKey(path) ? path : "/dev/null";
            String to = after.contentByPath().containsKey(path) ? path : "/dev/null";
            lines.addAll(UnifiedDiffUtils.generateUnifiedDiff(
                    from, to, old, DiffUtils.diff(old, lines(after, path)), CONTEXT));
        }
        return lines;
    }

    private static List<String> lines(RulebookFiles files, String path) {
        byte[] content = files.contentByPath().getOrDefault(path, new byte[0]);
        return new String(content, StandardCharsets.UTF_8).lines().toList();
    }
}
