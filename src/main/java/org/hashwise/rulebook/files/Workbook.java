package org.hashwise.rulebook.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.hashwise.rulebook.model.FileLimits;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reads the first visible sheet of an {@code .xlsx} file: values only, no formulas, no programs, no links. */
final class Workbook {

    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern RANGE = Pattern.compile(ADDRESS + ":" + ADDRESS);

    private final String file;
    private final Problems problems;
    private final List<List<String>> rows = new ArrayList<>();

    private Workbook(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static Optional<CellTable> read(String file, byte[] content, Problems problems) {
        return new Workbook(file, problems).read(content);
    }

    private Optional<CellTable> read(byte[] content) {
        try {
            Optional<WorkbookParts> parts = WorkbookParts.of(content);
            if (parts.isEmpty()) {
                reject("table.packed");
                return Optional.empty();
            }
            readSheet(parts.get());
            return Optional.of(new CellTable(file, rows));
        } catch (IOException | XMLStreamException | RuntimeException damaged) { // whatever a wrong value in it leads to
            reject("table.workbook");
            return Optional.empty();
        }
    }

    private void reject(String key) {
        problems.error(Code.TABLE_SYNTAX, Position.of(file), "", "", Messages.of(key));
    }

    private void readSheet(WorkbookParts parts) throws IOException, XMLStreamException {
        List<String> sharedStrings = parts.sharedStrings();
        XmlCursor xml = parts.open(parts.firstVisibleSheet());
        int row = 0;
        int column = 0;
        int merged = 0;
        while (xml.next()) {
            if (xml.startOf("row")) {
                String number = xml.attribute("r");
                row = number.isEmpty() ? row + 1 : Integer.parseInt(number);
                column = 0;
            } else if (xml.startOf("c")) {
                String address = xml.attribute("r");
                column = address.isEmpty()
                        ? column + 1
                        : column(matched(ADDRESS, address).group(1));
                put(row, column, cell(xml, row, column, sharedStrings));
            } else if (xml.startOf("mergeCell")) {
                if (++merged > FileLimits.ROWS) {
                    throw new IllegalArgumentException("merged cells");
                }
                spread(matched(RANGE, xml.attribute("ref")));
            }
        }
    }

    private String cell(XmlCursor xml, int row, int column, List<String> sharedStrings) throws XMLStreamException {
        String type = xml.attribute("t");
        boolean computed = type.equals("e");
        String text = "";
        while (xml.next() && !xml.endOf("c")) {
            if (xml.startOf("f")) {
                computed = true;
            } else if (xml.startOf("v")) {
                text = value(type, xml.text(), sharedStrings);
            } else if (xml.startOf("is")) {
                text = WorkbookParts.richText(xml, "is");
            }
        }
        if (computed && row <= FileLimits.ROWS && column <= FileLimits.COLUMNS) {
            Position position = new Position(file, row, column);
            problems.error(Code.TABLE_SYNTAX, position, "", "", Messages.of("table.formula"));
        }
        return computed ? "" : text;
    }

    private static String value(String type, String written, List<String> sharedStrings) {
        if (written.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> sharedStrings.get(Integer.parseInt(written));
            case "b" -> String.valueOf(written.equals("1")).toUpperCase(Locale.ROOT);
            // A number of 17 digits, as they are saved, is the shortest one with the same value.
            case "", "n" ->
                BigDecimal.valueOf(Double.parseDouble(written))
                        .stripTrailingZeros()
                        .toPlainString();
            default -> WorkbookParts.unescaped(written);
        };
    }

    // A cell that is merged over several counts in each of them, as the reader of the sheet sees it.
    private void spread(Matcher range) {
        int top = Integer.parseInt(range.group(2));
        int left = column(range.group(1));
        int bottom = Math.min(Integer.parseInt(range.group(4)), FileLimits.ROWS);
        int right = Math.min(column(range.group(3)), FileLimits.COLUMNS);
        String text = new CellTable(file, rows).at(top, left);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                put(row, column, text);
            }
        }
    }

    /** Sets a cell; one that is out of bounds is set just outside them, where the check of the size finds it. */
    private void put(int row, int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        int rowIndex = Math.min(row - 1, FileLimits.ROWS);
        int columnIndex = Math.min(column - 1, FileLimits.COLUMNS);
        while (rows.size() <= rowIndex) {
            rows.add(new ArrayList<>());
        }
        List<String> cells = rows.get(rowIndex);
        if (cells.size() <= columnIndex) {
            cells.addAll(Collections.nCopies(columnIndex + 1 - cells.size(), ""));
        }
        cells.set(columnIndex, text);
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return matcher;
    }

    /** The number of a column by its letters: 1 for A, 27 for AA. */
    private static int column(String letters) {
        return letters.chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1);
    }
}
