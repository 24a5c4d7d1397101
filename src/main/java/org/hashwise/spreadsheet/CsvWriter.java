package org.hashwise.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.hashwise.spreadsheet.SheetCell.CellType;

/**
 * Writer of CSV by RFC 4180 in UTF-8, with any separator. Text that a spreadsheet program would take for a formula gets an
 * apostrophe before it. Where semicolons separate, numbers have a decimal comma: spreadsheet programs use both together.
 */
public final class CsvWriter {

    private static final String FORMULA_SIGNS = "=+-@\t\r";

    /** A number with a sign, separators of thousands and decimals, which no spreadsheet program takes for a formula. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\p{Nd}\\s.,'’%]*");

    private CsvWriter() {}

    /** The bytes of one row with its line end, separated by commas. */
    public static byte[] row(List<SheetCell> cells) {
        return row(cells, ',');
    }

    /** The same with another separator. */
    public static byte[] row(List<SheetCell> cells, char separator) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            if (column > 0) {
                line.append(separator);
            }
            line.append(field(cells.get(column), separator));
        }
        return line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String field(SheetCell cell, char separator) {
        String text = cell.shown();
        if (cell.kind() == CellType.NUMBER || cell.kind() == CellType.PERCENT) {
            text = separator == ';' ? text.replace('.', ',') : text;
        } else if (!text.isEmpty()
                && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches()) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(sign -> sign == separator || sign == '"' || sign == '\n' || sign == '\r')
                || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
