package org.hashwise.screening;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hashwise.spreadsheet.CsvWriter;
import org.hashwise.spreadsheet.SheetCell;

/** CSV: rows one after the other. */
final class CsvEncoding implements TableFormat.TableEncoding {

    @Override
    public void begin(OutputStream out) {
        // the first row comes first
    }

    @Override
    public byte[] encoded(List<SheetCell> cells) {
        return CsvWriter.row(cells);
    }

    @Override
    public void append(byte[] row, OutputStream out) throws IOException {
        out.write(row);
    }

    @Override
    public void end(OutputStream out) {
        // the last row comes last
    }

    @Override
    public boolean isComplete() {
        return false;
    }
}
