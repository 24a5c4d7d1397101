package org.hashwise.screening;

import java.util.List;
import org.hashwise.spreadsheet.SheetCell;

/**
 * A row that cannot be read, and often the last one: its end is not known.
 *
 * @param key of the sentence that says why, without the beginning that all share
 */
record RefusedRow(long line, String key, List<Object> arguments) implements SourceRow {

    RefusedRow {
        arguments = List.copyOf(arguments);
    }

    static RefusedRow of(long line, String key, Object... arguments) {
        return new RefusedRow(line, key, List.of(arguments));
    }

    @Override
    public CompanyRow read(RowContext context) {
        return context.refused(line, key, arguments.toArray());
    }

    @Override
    public List<SheetCell> cells() {
        return List.of();
    }
}
