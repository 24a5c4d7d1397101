package org.hashwise.rulebook.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.hashwise.rulebook.model.FileLimits;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.spreadsheet.CellWriter;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetCell.CellType;
import org.hashwise.spreadsheet.SheetReader;
import org.hashwise.spreadsheet.SheetReader.MergedCells;
import org.hashwise.spreadsheet.SheetRow;
import org.hashwise.spreadsheet.WorkbookParts;
import org.hashwise.spreadsheet.WorkbookTooLarge;

/**
 * Reader of the visible sheet of an {@code .xlsx} file that has a decision table, or else the first visible one: values only, no
 * formulas, no programs, no links.
 */
final class Workbook {

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

    /**
     * A workbook with other texts in cells of its table; empty when one of them is not stored, or is merged with others.
     *
     * @param textByCell by positions in the file
     */
    static Optional<byte[]> edited(String file, byte[] content, Map<Position, String> textByCell) {
        Map<String, String> textByAddress = new TreeMap<>();
        textByCell.forEach((cell, text) -> textByAddress.put(CellTable.columnName(cell.column()) + cell.line(), text));
        Workbook workbook = new Workbook(file, new Problems());
        try {
            WorkbookParts parts = WorkbookParts.of(content, FileLimits.WORKBOOK_BYTES, FileLimits.FILES);
            Optional<WorkbookParts.Sheet> sheet = workbook.sheet(parts);
            Optional<byte[]> edited =
                    sheet.isPresent() ? CellWriter.write(content, sheet.get(), textByAddress) : Optional.empty();
            return edited.filter(after -> read(file, content, new Problems())
                    .map(table -> table.with(textByCell))
                    .equals(read(file, after, new Problems())));
        } catch (IOException | XMLStreamException | RuntimeException damaged) { // as in reading
            return Optional.empty();
        }
    }

    private Optional<CellTable> read(byte[] content) {
        try {
            WorkbookParts parts = WorkbookParts.of(content, FileLimits.WORKBOOK_BYTES, FileLimits.FILES);
            Optional<WorkbookParts.Sheet> sheet = sheet(parts);
            if (sheet.isEmpty()) {
                return Optional.empty();
            }
            readSheet(parts, sheet.get());
            return Optional.of(new CellTable(file, rows));
        } catch (WorkbookTooLarge excessive) {
            reject("table.packed");
            return Optional.empty();
        } catch (IOException | XMLStreamException | RuntimeException damaged) { // whatever a wrong value in it leads to
            reject("table.workbook");
            return Optional.empty();
        }
    }

    /** The sheet that is read; empty, with a problem, when two have a table. */
    private Optional<WorkbookParts.Sheet> sheet(WorkbookParts parts) throws IOException, XMLStreamException {
        List<WorkbookParts.Sheet> visible = parts.visibleSheets();
        List<WorkbookParts.Sheet> tables = visible.size() == 1 ? visible : tables(parts, visible);
        if (tables.size() > 1) {
            String first = tables.get(0).name();
            String second = tables.get(1).name();
            problems.error(Code.TABLE_SYNTAX, Position.of(file), "", "", Messages.of("table.sheets", first, second));
            return Optional.empty();
        }
        return Optional.of(tables.isEmpty() ? visible.get(0) : tables.get(0));
    }

    /** The sheets with a decision table. */
    private List<WorkbookParts.Sheet> tables(WorkbookParts parts, List<WorkbookParts.Sheet> visible)
            throws IOException, XMLStreamException {
        List<WorkbookParts.Sheet> tables = new ArrayList<>();
        for (WorkbookParts.Sheet sheet : visible) {
            Workbook read = new Workbook(file, new Problems());
            read.readSheet(parts, sheet);
            if (new CellTable(file, read.rows).table().isPresent()) {
                tables.add(sheet);
            }
        }
        return tables;
    }

    private void reject(String key) {
        problems.error(Code.TABLE_SYNTAX, Position.of(file), "", "", Messages.of(key));
    }

    private void readSheet(WorkbookParts parts, WorkbookParts.Sheet visible) throws IOException, XMLStreamException {
        // The parts are in memory: closing them has no effect.
        SheetReader sheet = new SheetReader(parts, visible, FileLimits.COLUMNS, FileLimits.ROWS);
        for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
            int number = (int) row.number();
            for (int column = 1; column <= row.cells().size(); column++) {
                SheetCell cell = row.cell(column - 1);
                if (cell.kind() == CellType.FORMULA || cell.kind() == CellType.ERROR) {
                    refuseFormula(number, column);
                } else {
                    put(number, column, cell.shown());
                }
            }
        }
        sheet.merged().forEach(this::spread);
    }

    private void refuseFormula(int row, int column) {
        if (row <= FileLimits.ROWS && column <= FileLimits.COLUMNS) {
            Position position = new Position(file, row, column);
            problems.error(Code.TABLE_SYNTAX, position, "", "", Messages.of("table.formula"));
        }
    }

    // A cell that is merged over several counts in each of them, as the reader of the sheet sees it.
    private void spread(MergedCells merged) {
        int top = merged.top();
        int left = merged.left();
        int bottom = Math.min(merged.bottom(), FileLimits.ROWS);
        int right = Math.min(merged.right(), FileLimits.COLUMNS);
        String text = new CellTable(file, rows).at(top, left);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                put(row, column, text);
            }
        }
    }

    /** Sets a cell; one that is out of bounds is set just outside them, where the check of the size finds it. */
    private void put(int row, int column, String text) {
        if (Characters.strip(text).isEmpty()) {
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
}
