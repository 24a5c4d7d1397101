package org.hashwise.screening;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hashwise.spreadsheet.SheetCell;

/** Rows of cells as a table: what a CSV file and a workbook have in common. */
final class TableFormat implements OutcomeFormat {

    private final SheetContent rows;
    private final TableEncoding encoding;

    TableFormat(SheetContent rows, TableEncoding encoding) {
        this.rows = rows;
        this.encoding = encoding;
    }

    /** The cells of a table. */
    interface SheetContent {

        List<SheetCell> headers();

        /** Empty when the outcome is not part of the result. */
        List<SheetCell> row(Outcome outcome);

        /** Cells of a last row that shows the file to be complete; empty for none. */
        List<SheetCell> last(ScreeningSummary summary);
    }

    /** The encoding of cells. */
    interface TableEncoding {

        void begin(OutputStream out) throws IOException;

        /** The bytes of a row; called by any thread. */
        byte[] encoded(List<SheetCell> cells);

        void append(byte[] row, OutputStream out) throws IOException;

        /** @param summary rows of a name and a value; empty for none */
        void end(List<List<SheetCell>> summary, OutputStream out) throws IOException;

        /**
         * Returns whether the summary has a place of its own, which also shows the result to be complete; else it is in
         * a last row.
         */
        boolean hasSummary();
    }

    @Override
    public byte[] row(Outcome outcome) {
        List<SheetCell> cells = rows.row(outcome);
        return cells.isEmpty() ? new byte[0] : encoding.encoded(cells);
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        encoding.begin(out);
        encoding.append(encoding.encoded(rows.headers()), out);
    }

    @Override
    public void append(byte[] row, OutputStream out) throws IOException {
        if (row.length > 0) {
            encoding.append(row, out);
        }
    }

    @Override
    public void end(ScreeningSummary summary, OutputStream out) throws IOException {
        List<SheetCell> last = rows.last(summary);
        if (!last.isEmpty() && !encoding.hasSummary()) {
            encoding.append(encoding.encoded(last), out);
        }
        encoding.end(last.isEmpty() ? List.of() : SummaryRows.of(summary), out);
    }

    @Override
    public void breakOff(OutputStream out) throws IOException {
        encoding.end(List.of(), out);
    }
}
