package org.hashwise.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.hashwise.spreadsheet.SheetCell.CellType;
import org.jspecify.annotations.Nullable;

/** Reader of a sheet of a workbook row by row: values only, no programs, no links. Not thread-safe. */
public final class SheetReader implements Closeable {

    private static final int MOST_LETTERS = 3;
    private static final int MOST_DIGITS = 7;
    private static final Pattern RANGE =
            Pattern.compile("(?<first>[A-Z]{1,3}(?<top>[0-9]{1,7})):(?<last>[A-Z]{1,3}(?<bottom>[0-9]{1,7}))");

    /** A number in plain digits without needless zeros; with so few of them it is the shortest one with its value. */
    private static final Pattern PLAIN = Pattern.compile("(?:0|[1-9][0-9]*)(?:\\.[0-9]*[1-9])?");

    private static final int MOST_EXACT = 15;

    private final WorkbookParts parts;
    private final XmlCursor xml;
    private final List<String> sharedStrings;
    private final CellFormats formats;
    private final int mostColumns;
    private final int mostMerged;
    private final List<MergedCells> merged = new ArrayList<>();
    private int row;
    private boolean ended;

    /** Cells that are merged into one; rows and columns from 1, both ends included. */
    public record MergedCells(int top, int left, int bottom, int right) {}

    /**
     * @param parts closed with the reader
     * @param mostColumns further cells of a row are left out, but for one, by which a row is found to be too long
     * @param mostMerged merged cells that are read; more are an error
     */
    public SheetReader(WorkbookParts parts, WorkbookParts.Sheet sheet, int mostColumns, int mostMerged)
            throws IOException, XMLStreamException {
        this.parts = parts;
        this.mostColumns = mostColumns;
        this.mostMerged = mostMerged;
        this.sharedStrings = parts.sharedStrings();
        this.formats = parts.formats();
        this.xml = parts.open(sheet.part());
    }

    /** The next row that the sheet holds; null at its end. */
    public @Nullable SheetRow next() throws XMLStreamException {
        while (!ended && xml.next()) {
            if (xml.startOf("row")) {
                String number = xml.attribute("r");
                row = number.isEmpty() ? row + 1 : Integer.parseInt(number);
                return new SheetRow(row, cells());
            }
            if (xml.startOf("mergeCell")) {
                addMerged(xml.attribute("ref"));
            }
        }
        ended = true;
        return null;
    }

    /** Complete once {@link #next} has returned null. */
    public List<MergedCells> merged() {
        return List.copyOf(merged);
    }

    private List<SheetCell> cells() throws XMLStreamException {
        List<SheetCell> cells = new ArrayList<>();
        int column = 0;
        while (xml.next() && !xml.endOf("row")) {
            if (xml.startOf("c")) {
                String address = xml.attribute("r");
                column = address.isEmpty() ? column + 1 : column(address);
                put(cells, Math.min(column - 1, mostColumns), cell());
            }
        }
        return cells;
    }

    private static void put(List<SheetCell> cells, int position, SheetCell cell) {
        if (cell.isEmpty()) {
            return;
        }
        while (cells.size() <= position) {
            cells.add(SheetCell.EMPTY);
        }
        cells.set(position, cell);
    }

    private SheetCell cell() throws XMLStreamException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        String formula = null;
        SheetCell cell = SheetCell.EMPTY;
        while (xml.next() && !xml.endOf("c")) {
            if (xml.startOf("f")) {
                formula = "=" + xml.text();
            } else if (xml.startOf("v")) {
                cell = value(type, style, xml.text());
            } else if (xml.startOf("is")) {
                cell = SheetCell.text(WorkbookParts.richText(xml, "is"));
            }
        }
        if (formula != null && !type.equals("e")) {
            return new SheetCell(cell.isEmpty() ? formula : cell.text(), CellType.FORMULA);
        }
        return type.equals("e") ? new SheetCell(cell.text(), CellType.ERROR) : cell;
    }

    private SheetCell value(String type, String style, String written) {
        if (written.isEmpty()) {
            return SheetCell.EMPTY;
        }
        return switch (type) {
            case "s" -> SheetCell.text(sharedStrings.get(Integer.parseInt(written)));
            case "b" -> new SheetCell(String.valueOf(written.equals("1")).toUpperCase(Locale.ROOT), CellType.YESNO);
            case "", "n" -> number(written, formats.kind(style));
            default -> SheetCell.text(WorkbookParts.unescaped(written));
        };
    }

    // A number of 17 digits, as they are saved, is the shortest one with the same value.
    private static SheetCell number(String written, CellType kind) {
        String shortest =
                written.length() <= MOST_EXACT && PLAIN.matcher(written).matches()
                        ? written
                        : BigDecimal.valueOf(Double.parseDouble(written))
                                .stripTrailingZeros()
                                .toPlainString();
        return new SheetCell(shortest, kind);
    }

    private void addMerged(String reference) {
        if (merged.size() >= mostMerged) {
            throw new IllegalArgumentException("merged cells");
        }
        Matcher range = RANGE.matcher(reference);
        if (!range.matches()) {
            throw new IllegalArgumentException(reference);
        }
        merged.add(new MergedCells(
                Integer.parseInt(range.group("top")),
                column(range.group("first")),
                Integer.parseInt(range.group("bottom")),
                column(range.group("last"))));
    }

    /** The number of the column of an address: 1 for A1, 27 for AA1. */
    private static int column(String address) {
        int number = 0;
        int letters = 0;
        while (letters < address.length() && address.charAt(letters) >= 'A' && address.charAt(letters) <= 'Z') {
            number = number * 26 + address.charAt(letters) - 'A' + 1;
            letters++;
        }
        int digits = letters;
        while (digits < address.length() && address.charAt(digits) >= '0' && address.charAt(digits) <= '9') {
            digits++;
        }
        boolean valid = letters > 0
                && letters <= MOST_LETTERS
                && digits > letters
                && digits <= letters + MOST_DIGITS
                && digits == address.length();
        if (!valid) {
            throw new IllegalArgumentException(address);
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        xml.close();
        parts.close();
    }
}
