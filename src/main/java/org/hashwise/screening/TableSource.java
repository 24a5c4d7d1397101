package org.hashwise.screening;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** Companies in a table with a row of headers, before which there may be titles. */
final class TableSource implements RowSource {

    /** Rows that are read before the first one is handed on, if it takes the others to understand its numbers. A judgement. */
    private static final int MOST_HELD = 1_000;

    private final Table table;
    private final TableHeaders headers;
    private final TableLayout layout;
    private final Deque<SheetRow> held = new ArrayDeque<>();
    private NumberConvention shown = NumberConvention.UNKNOWN;
    private @Nullable UnreadableFile failure;
    private long heldCharacters;
    private long rows;
    private long line;
    private boolean allRead;
    private boolean ended;

    TableSource(Table table, TableHeaders headers, TableLayout layout) {
        this.table = table;
        this.headers = headers;
        this.layout = layout;
        this.line = headers.line();
        this.failure = headers.failure();
        headers.behind().stream().filter(row -> !layout.isRemark(row)).forEach(this::hold);
    }

    /**
     * Reads the headers.
     *
     * @param chosen what the user said of some columns, by number
     * @param ignoresUnknown whether columns whose header is not understood are left out
     */
    static TableSource of(Table table, Columns columns, Map<Integer, String> chosen, boolean ignoresUnknown)
            throws IOException, UnreadableFile, RefusedColumns {
        TableHeaders headers = TableHeaders.read(table, columns);
        List<String> names = headers.names();
        List<Column> recognised = columns.of(names, chosen);
        if (!recognised.stream().allMatch(column -> column.isAccepted(ignoresUnknown))) {
            throw new RefusedColumns(recognised);
        }
        if (recognised.stream().allMatch(column -> column.id().isEmpty())) {
            throw new UnreadableFile("no-columns", String.join(", ", names.subList(0, Math.min(3, names.size()))));
        }
        return new TableSource(table, headers, new TableLayout(recognised, table.words()));
    }

    /** The notation of numbers, as far as the rows that were read show it. */
    NumberConvention numbers() {
        return shown == NumberConvention.UNKNOWN ? table.assumed() : shown;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        if (ended) {
            return null;
        }
        SheetRow row = take();
        if (row == null) {
            ended = true;
            return failure == null ? null : new RefusedRow(line + 1, failure.key(), failure.arguments());
        }
        line = row.number();
        if (++rows > ScreeningLimits.ROWS) {
            ended = true;
            return RefusedRow.of(line, "many-rows", ScreeningLimits.ROWS);
        }
        return new TableRow(row, layout, numbers());
    }

    /** The next row; with numbers that can mean two things, only when further rows have shown what they mean, enough are read, or no more come. */
    private @Nullable SheetRow take() throws IOException {
        if (held.isEmpty()) {
            read();
        }
        SheetRow row = held.peek();
        if (row != null && shown == NumberConvention.UNKNOWN && hasOpenNumber(row)) {
            while (shown == NumberConvention.UNKNOWN
                    && held.size() < MOST_HELD
                    && heldCharacters < ScreeningLimits.ROW_CHARACTERS
                    && !allRead
                    && table.isArriving()) {
                read();
            }
        }
        if (row != null) {
            held.remove();
            heldCharacters -= characters(row);
        }
        return row;
    }

    private void read() throws IOException {
        if (failure != null || allRead) {
            return;
        }
        try {
            SheetRow row = table.next();
            while (row != null && layout.isRemark(row)) {
                row = table.next();
            }
            if (row == null) {
                allRead = true;
            } else {
                hold(row);
            }
        } catch (UnreadableFile unreadable) {
            failure = unreadable;
            allRead = true;
        }
    }

    private void hold(SheetRow row) {
        held.add(row);
        heldCharacters += characters(row);
        if (shown != NumberConvention.MIXED) {
            for (String number : writtenNumbers(row)) {
                shown = shown.after(number);
            }
        }
    }

    private static long characters(SheetRow row) {
        long characters = 0;
        for (SheetCell cell : row.cells()) {
            characters += cell.text().length();
        }
        return characters;
    }

    private boolean hasOpenNumber(SheetRow row) {
        for (String number : writtenNumbers(row)) {
            if (table.isOpen(number)) {
                return true;
            }
        }
        return false;
    }

    private List<String> writtenNumbers(SheetRow row) {
        List<String> numbers = new ArrayList<>();
        for (Column column : layout.columns()) {
            CellReader reader = layout.reader(column);
            SheetCell cell = row.cell(column.number() - 1);
            if (reader != null && reader.isWrittenNumber(cell)) {
                numbers.add(cell.text());
            }
        }
        return numbers;
    }

    @Override
    public Dialect dialect() {
        return table.dialect();
    }

    @Override
    public List<String> headers() {
        return headers.names();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
