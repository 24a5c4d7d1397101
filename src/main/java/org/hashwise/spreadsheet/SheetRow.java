package org.hashwise.spreadsheet;

import java.util.List;

/**
 * One row of a table.
 *
 * @param number the line of the file, or the row of the sheet, in which it begins, from 1
 * @param cells without gaps; cells after the last one that is there are empty
 */
public record SheetRow(long number, List<SheetCell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The cell in a column, from 0. */
    public SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SheetCell.EMPTY;
    }

    public boolean isEmpty() {
        return cells.stream().allMatch(SheetCell::isBlank);
    }
}
