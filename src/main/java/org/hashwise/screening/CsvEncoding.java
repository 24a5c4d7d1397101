package org.hashwise.screening;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetCell.Kind;

/** CSV by RFC 4180 in UTF-8. Text that a spreadsheet program would take for a formula gets an apostrophe before it. */
final class CsvEncoding implements TableFormat.TableEncoding {

    private static final String FORMULA_SIGNS = "=+-@\t\r";

    @Override
    public void begin(OutputStream out) {
        // the first row comes first
    }

    @Override
    public byte[] encoded(List<SheetCell> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            line.append(column == 0 ? "" : ",").append(field(cells.get(column)));
        }
        return line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String field(SheetCell cell) {
        String text = cell.text();
        boolean typed = cell.kind() == Kind.NUMBER || cell.kind() == Kind.PERCENT;
        if (!typed && !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r')
                || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
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
