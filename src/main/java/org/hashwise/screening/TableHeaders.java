package org.hashwise.screening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a table: its first row, or the first one after titles.
 *
 * @param line of the headers, from 1
 * @param behind rows below the headers that were read to find them
 * @param failure why no more could be read; null if nothing failed
 */
record TableHeaders(
        List<String> names,
        long line,
        List<SheetRow> behind,
        @Nullable UnreadableFile failure) {

    /** Rows in which the headers are looked for. A judgement. */
    private static final int MOST_ROWS = 10;

    private static final int FEWEST_COLUMNS = 2;
    private static final String OTHER_SEPARATORS = "^~:!#&/\\\u00A6\u00A7\u0001\u001F ";
    private static final Pattern NUMBER = Pattern.compile("[-+(]?\\p{Sc}?\\p{Nd}[\\p{Nd}\\s.,'’%)]*");

    TableHeaders {
        behind = List.copyOf(behind);
    }

    /** @throws UnreadableFile when there are none, or too many */
    static TableHeaders read(Table table, Columns columns) throws IOException, UnreadableFile {
        List<SheetRow> rows = new ArrayList<>();
        UnreadableFile failure = null;
        int headers = 0;
        try {
            for (SheetRow row = table.next();
                    row != null;
                    row = rows.size() < MOST_ROWS && table.isArriving() ? table.next() : null) {
                rows.add(row);
                if (areHeaders(row, columns, rows.size() == 1)) {
                    headers = rows.size() - 1;
                    break;
                }
            }
        } catch (UnreadableFile unreadable) {
            if (rows.isEmpty()) {
                throw unreadable;
            }
            failure = unreadable;
        }
        if (rows.isEmpty()) {
            throw new UnreadableFile("empty");
        }
        SheetRow row = rows.get(headers);
        if (row.cells().size() > ScreeningLimits.COLUMNS) {
            throw new UnreadableFile("many-columns", ScreeningLimits.COLUMNS);
        }
        refuseOtherSeparator(names(row), columns);
        return new TableHeaders(names(row), row.number(), rows.subList(headers + 1, rows.size()), failure);
    }

    /** A separator that is not looked for leaves all headers in one cell. */
    private static void refuseOtherSeparator(List<String> names, Columns columns) throws UnreadableFile {
        if (names.size() > 1 || columns.of(names).get(0).target() == Column.ColumnUse.QUESTION) {
            return;
        }
        String only = names.get(0).strip();
        for (int index = 0; index < OTHER_SEPARATORS.length(); index++) {
            String separator = OTHER_SEPARATORS.substring(index, index + 1);
            List<String> parts = Stream.of(only.split(Pattern.quote(separator) + "+", -1))
                    .map(String::strip)
                    .toList();
            long known = columns.of(parts).stream().filter(Column::isUnderstood).count();
            if (known >= FEWEST_COLUMNS && 2 * known >= parts.size()) {
                throw separator.isBlank()
                        ? new UnreadableFile("separator-space")
                        : new UnreadableFile("separator", separator);
            }
        }
    }

    private static List<String> names(SheetRow row) {
        return row.cells().stream().map(SheetCell::text).toList();
    }

    /**
     * Returns whether at least two cells are known as headers and none is a number; the first row may have one column
     * alone.
     */
    private static boolean areHeaders(SheetRow row, Columns columns, boolean first) {
        if (row.cells().size() > ScreeningLimits.COLUMNS) {
            return first;
        }
        List<String> filled =
                names(row).stream().filter(name -> !name.isBlank()).toList();
        if (filled.stream().anyMatch(name -> NUMBER.matcher(name.strip()).matches())) {
            return false;
        }
        long known = columns.of(filled).stream()
                .filter(column -> column.isUnderstood() || column.target() == Column.ColumnUse.UNIT)
                .count();
        return known >= FEWEST_COLUMNS || (first && known == filled.size());
    }
}
