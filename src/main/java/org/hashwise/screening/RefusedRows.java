package org.hashwise.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetCell.CellType;

/**
 * The refused rows as they were sent, with the problems in three columns before them: the file can be mended and sent again,
 * where these columns are left out.
 */
final class RefusedRows implements TableFormat.SheetContent {

    /** The field with the problems in a refused line of JSON. */
    static final String FIELD = "hashwise";

    /** The column with lines of JSON in a table. */
    static final String LINE = FIELD + ".json";

    static final List<String> HEADERS = List.of(FIELD + ".line", FIELD + ".field", FIELD + ".problem");

    private final List<String> headers;

    /** @param headers of the caller; empty for lines of JSON */
    RefusedRows(List<String> headers) {
        this.headers = headers.isEmpty() ? List.of(LINE) : List.copyOf(headers);
    }

    @Override
    public List<SheetCell> headers() {
        List<SheetCell> cells = new ArrayList<>();
        HEADERS.forEach(header -> cells.add(SheetCell.text(header)));
        // Those of a file that came back once already are not repeated.
        headers.stream()
                .filter(header -> !HEADERS.contains(header))
                .forEach(header -> cells.add(SheetCell.text(header)));
        return cells;
    }

    @Override
    public List<SheetCell> row(Outcome outcome) {
        if (outcome.advised() != null) {
            return List.of();
        }
        List<SheetCell> cells = new ArrayList<>();
        cells.add(new SheetCell(String.valueOf(outcome.line()), CellType.NUMBER));
        cells.add(
                SheetCell.text(joined(outcome.errors().stream().map(this::field).toList())));
        cells.add(SheetCell.text(
                joined(outcome.errors().stream().map(ErrorItem::problem).toList())));
        List<SheetCell> sent = outcome.source().clearCells();
        for (int column = 0; column < sent.size(); column++) {
            if (column >= headers.size() || !HEADERS.contains(headers.get(column))) {
                cells.add(sent.get(column));
            }
        }
        return cells;
    }

    private String field(ErrorItem error) {
        Integer column = error.column();
        return column == null || column > headers.size() ? error.id() : headers.get(column - 1);
    }

    private static String joined(List<String> texts) {
        return texts.stream().distinct().collect(Collectors.joining("; "));
    }

    @Override
    public List<SheetCell> last(ScreeningSummary summary) {
        return List.of();
    }
}
