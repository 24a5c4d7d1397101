package org.hashwise.rulebook.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hashwise.rulebook.model.FileLimits;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reads the first sheet of an {@code .xlsx} file: values only, no formula, no macro, no link. */
final class Workbook {

    private final String file;
    private final Problems problems;
    private final DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);

    private Workbook(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static Optional<CellTable> read(String file, byte[] content, Problems problems) {
        return new Workbook(file, problems).read(content);
    }

    private Optional<CellTable> read(byte[] content) {
        try {
            if (!isHarmless(content)) {
                refuse("table.packed");
                return Optional.empty();
            }
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
                return Optional.of(grid(workbook.getSheetAt(0)));
            }
        } catch (IOException | RuntimeException broken) { // POI throws many kinds, none of them documented
            refuse("table.workbook");
            return Optional.empty();
        }
    }

    private void refuse(String key) {
        problems.error(Code.TABLE_SYNTAX, Position.of(file), "", "", Messages.of(key));
    }

    // Unpacks to nowhere, counting: a few kilobytes can hold gigabytes. Programs inside a workbook are refused too.
    private static boolean isHarmless(byte[] content) throws IOException {
        long total = 0;
        byte[] buffer = new byte[8192];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > FileLimits.FILES || entry.getName().contains("vbaProject")) {
                    return false;
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    total += read;
                    if (total > FileLimits.WORKBOOK_BYTES) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private CellTable grid(Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (row.getRowNum() <= FileLimits.ROWS && cell.getColumnIndex() <= FileLimits.COLUMNS) {
                    put(rows, row.getRowNum(), cell.getColumnIndex(), text(cell));
                }
            }
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            spread(rows, merged);
        }
        return new CellTable(file, rows);
    }

    // A cell that is merged over several counts in each of them, as the reader of the sheet sees it.
    private static void spread(List<List<String>> rows, CellRangeAddress merged) {
        int top = merged.getFirstRow();
        int left = merged.getFirstColumn();
        boolean filled = top < rows.size() && left < rows.get(top).size();
        String text = filled ? rows.get(top).get(left) : "";
        for (int row = top; row <= Math.min(merged.getLastRow(), FileLimits.ROWS); row++) {
            for (int column = left; column <= Math.min(merged.getLastColumn(), FileLimits.COLUMNS); column++) {
                put(rows, row, column, text);
            }
        }
    }

    private static void put(List<List<String>> rows, int row, int column, String text) {
        while (rows.size() <= row) {
            rows.add(new ArrayList<>());
        }
        List<String> cells = rows.get(row);
        if (cells.size() <= column) {
            cells.addAll(Collections.nCopies(column + 1 - cells.size(), ""));
        }
        cells.set(column, text);
    }

    private String text(Cell cell) {
        if (cell.getCellType() == CellType.NUMERIC) {
            return java.math.BigDecimal.valueOf(cell.getNumericCellValue())
                    .stripTrailingZeros()
                    .toPlainString();
        }
        if (cell.getCellType() == CellType.FORMULA || cell.getCellType() == CellType.ERROR) {
            Position position = new Position(file, cell.getRowIndex() + 1, cell.getColumnIndex() + 1);
            problems.error(Code.TABLE_SYNTAX, position, "", "", Messages.of("table.formula"));
            return "";
        }
        return formatter.formatCellValue(cell);
    }
}
