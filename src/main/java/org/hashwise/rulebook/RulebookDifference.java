package org.hashwise.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.rulebook.files.Spreadsheets;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.UnifiedDiff;

/** Differences between two states of a rulebook for people to read: a unified diff, with the cells of workbooks that differ. */
public final class RulebookDifference {

    private RulebookDifference() {}

    /** The lines, file by file; those of a workbook name each cell. */
    public static List<String> lines(RulebookFiles before, RulebookFiles after) {
        List<String> lines = new ArrayList<>(UnifiedDiff.of(before, after));
        for (String path : UnifiedDiff.paths(before, after)) {
            if (path.endsWith(".xlsx")) {
                lines.addAll(lines.indexOf("+++ " + path) + 1, Spreadsheets.difference(before, after, path));
            }
        }
        return lines;
    }
}
