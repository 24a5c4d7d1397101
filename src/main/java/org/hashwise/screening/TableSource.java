package org.hashwise.screening;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** Companies in a table whose first row are headers. */
final class TableSource implements RowSource {

    private final Table table;
    private final List<String> headers;
    private final TableLayout layout;
    private long rows;
    private long line = 1;
    private boolean ended;

    private TableSource(Table table, List<String> headers, TableLayout layout) {
        this.table = table;
        this.headers = headers;
        this.layout = layout;
    }

    /**
     * Reads the headers.
     *
     * @param chosen what the user said of some columns, by number
     * @param ignoresUnknown whether columns whose header is not understood are left out
     */
    static TableSource of(Table table, Columns columns, Map<Integer, String> chosen, boolean ignoresUnknown)
            throws IOException, UnreadableFile, RefusedColumns {
        List<String> headers = headers(table);
        List<Column> recognised = columns.of(headers, chosen);
        if (!recognised.stream().allMatch(column -> column.isAccepted(ignoresUnknown))) {
            throw new RefusedColumns(recognised);
        }
        if (recognised.stream().allMatch(column -> column.id().isEmpty())) {
            throw new UnreadableFile("no-columns", String.join(", ", headers.subList(0, Math.min(3, headers.size()))));
        }
        return new TableSource(table, headers, new TableLayout(recognised, table.numbers()));
    }

    static TableSource of(Table table, List<String> headers, TableLayout layout) {
        return new TableSource(table, headers, layout);
    }

    /** @throws UnreadableFile when there are none, or too many */
    static List<String> headers(Table table) throws IOException, UnreadableFile {
        SheetRow first = table.next();
        if (first == null) {
            throw new UnreadableFile("empty");
        }
        if (first.cells().size() > ScreeningLimits.COLUMNS) {
            throw new UnreadableFile("many-columns", ScreeningLimits.COLUMNS);
        }
        return first.cells().stream().map(SheetCell::text).toList();
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            SheetRow row = table.next();
            if (row == null) {
                ended = true;
                return null;
            }
            line = row.number();
            if (++rows > ScreeningLimits.ROWS) {
                ended = true;
                return RefusedRow.of(line, "many-rows", ScreeningLimits.ROWS);
            }
            return new TableRow(row, layout);
        } catch (UnreadableFile unreadable) {
            ended = true;
            return new RefusedRow(line + 1, unreadable.key(), unreadable.arguments());
        }
    }

    @Override
    public List<String> headers() {
        return headers;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
