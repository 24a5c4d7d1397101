package org.hashwise.screening;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetWriter;
import org.jspecify.annotations.Nullable;

/** A workbook with one sheet. A file without its end is no workbook. */
final class WorkbookEncoding implements TableFormat.TableEncoding {

    private final String sheet;
    private @Nullable SheetWriter writer;

    /** @param sheet name of the sheet */
    WorkbookEncoding(String sheet) {
        this.sheet = sheet;
    }

    private SheetWriter writer() {
        SheetWriter begun = writer;
        if (begun == null) {
            throw new IllegalStateException("not begun");
        }
        return begun;
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        writer = new SheetWriter(out, sheet);
    }

    @Override
    public byte[] encoded(List<SheetCell> cells) {
        return SheetWriter.row(cells);
    }

    @Override
    public void append(byte[] row, OutputStream out) throws IOException {
        writer().append(row);
    }

    @Override
    public void end(OutputStream out) throws IOException {
        writer().finish();
    }

    @Override
    public boolean isComplete() {
        return true;
    }
}
