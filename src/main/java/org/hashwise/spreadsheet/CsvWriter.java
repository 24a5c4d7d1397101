package org.hashwise.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hashwise.spreadsheet.SheetCell.Kind;

/** Writer of CSV by RFC 4180 in UTF-8. Text that a spreadsheet program would take for a formula gets an apostrophe before it. */
public final class CsvWriter {

    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private CsvWriter() {}

    /** The bytes of one row with its line end. */
    public static byte[] row(List<SheetCell> cells) {
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
}
