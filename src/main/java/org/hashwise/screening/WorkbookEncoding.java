package org.hashwise.screening;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetWriter;
import org.jspecify.annotations.Nullable;

/** A workbook, with the summary in a sheet of its own. A file without its end is no workbook. */
final class WorkbookEncoding implements TableFormat.TableEncoding {

    private final String[] sheets;
    private @Nullable SheetWriter writer;

    /** @param sheets names of the sheets: of the rows, and of the summary if there is one */
    WorkbookEncoding(String... sheets) {
        this.sheets = sheets;
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
        writer = new SheetWriter(out, sheets);
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
    public void end(List<List<SheetCell>> summary, OutputStream out) throws IOException {
        if (!summary.isEmpty()) {
            writer().nextSheet();
            for (List<SheetCell> row : summary) {
                append(encoded(row), out);
            }
        }
        writer().finish();
    }

    @Override
    public boolean hasSummary() {
        return true;
    }
}
