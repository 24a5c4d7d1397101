package org.hashwise.screening;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hashwise.spreadsheet.CsvWriter;
import org.hashwise.spreadsheet.SheetCell;

/** CSV as the caller writes it: rows one after the other. */
final class CsvEncoding implements TableFormat.TableEncoding {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final char separator;
    private final boolean marked;

    /** @param marked whether a byte order mark comes first, by which spreadsheet programs know UTF-8 */
    CsvEncoding(char separator, boolean marked) {
        this.separator = separator;
        this.marked = marked;
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        if (marked) {
            out.write(MARK);
        }
    }

    @Override
    public byte[] encoded(List<SheetCell> cells) {
        return CsvWriter.row(cells, separator);
    }

    @Override
    public void append(byte[] row, OutputStream out) throws IOException {
        out.write(row);
    }

    @Override
    public void end(List<List<SheetCell>> summary, OutputStream out) {
        // the last row has it in words
    }

    @Override
    public boolean hasSummary() {
        return false;
    }
}
