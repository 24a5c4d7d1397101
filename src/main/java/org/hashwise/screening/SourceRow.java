package org.hashwise.screening;

import java.util.List;
import org.hashwise.spreadsheet.SheetCell;

/** A company as it was sent, before it is read. Immutable. */
interface SourceRow {

    /** The line of the file, or the row of the sheet, from 1. */
    long line();

    /** Reads it; called by any thread. */
    CompanyRow read(RowContext context);

    /** The cells of the row, so that a refused row can be given back as it was; the text of a line is one cell. */
    List<SheetCell> cells();

    /** The same cells with numbers that mean by themselves what other rows of the file have shown them to mean. */
    default List<SheetCell> clearCells() {
        return cells();
    }

    /** The notation of the numbers in its cells. */
    default NumberConvention numbers() {
        return NumberConvention.UNKNOWN;
    }
}
