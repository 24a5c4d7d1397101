package org.hashwise.screening;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hashwise.spreadsheet.CsvWriter;
import org.hashwise.spreadsheet.SheetCell;

/** CSV as the caller writes it: rows one after the other. */
final class CsvEncoding implements TableFormat.TableEncoding {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final RowSource.Dialect dialect;

    CsvEncoding(RowSource.Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        if (dialect.marked()) {
            out.write(MARK);
        }
    }

    @Override
    public byte[] encoded(List<SheetCell> cells) {
        return CsvWriter.row(cells, dialect.separator());
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
