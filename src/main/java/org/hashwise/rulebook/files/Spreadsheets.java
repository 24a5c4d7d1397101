package org.hashwise.rulebook.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hashwise.rulebook.RulebookFiles;
import org.hashwise.rulebook.RulebookProblem.Code;
import org.hashwise.rulebook.Sentences;

/** Reads {@code .csv} and {@code .xlsx} files within {@link Limits}. */
public final class Spreadsheets {

    private Spreadsheets() {}

    /** How a spreadsheet writes the first line where the comma is the decimal sign. */
    private static final Pattern SEMICOLONS = Pattern.compile("^\\w+;");

    /** The cells; empty, with a problem, when the file cannot be read. */
    public static Optional<Grid> read(RulebookFiles files, String path, Problems problems) {
        Optional<Grid> grid = path.endsWith(".xlsx")
                ? Workbook.read(path, files.contentByPath().getOrDefault(path, new byte[0]), problems)
                : csv(path, files.text(path), problems);
        Optional<Grid> fitting = grid.filter(cells -> fits(cells, problems));
        if (fitting.isEmpty()) {
            problems.unreadable(path);
        }
        return fitting;
    }

    private static Optional<Grid> csv(String file, String text, Problems problems) {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : parser) {
                rows.add(row.toList());
                if (rows.size() == 1 && SEMICOLONS.matcher(row.get(0)).find()) {
                    problems.error(
                            Code.TABLE_SYNTAX, new Position(file, 1, 0), "", "", Sentences.of("table.semicolons"));
                    return Optional.empty();
                }
                if (rows.size() > Limits.ROWS) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            Position position = new Position(file, rows.size() + 1, 0);
            problems.error(Code.TABLE_SYNTAX, position, "", "", Sentences.of("table.quotes"));
            return Optional.empty();
        }
        return Optional.of(new Grid(file, rows));
    }

    private static boolean fits(Grid grid, Problems problems) {
        if (grid.height() > Limits.ROWS || grid.width() > Limits.COLUMNS) {
            problems.error(
                    Code.TABLE_SYNTAX,
                    Position.of(grid.file()),
                    "",
                    "",
                    Sentences.of("table.size", Limits.ROWS, Limits.COLUMNS));
            return false;
        }
        boolean fits = true;
        for (int row = 1; row <= grid.height(); row++) {
            for (int column = 1; column <= grid.width(); column++) {
                String text = grid.at(row, column);
                if (text.length() > Limits.CELL_CHARACTERS || text.chars().anyMatch(Character::isISOControl)) {
                    problems.error(
                            Code.TABLE_SYNTAX,
                            grid.position(row, column),
                            "",
                            "",
                            Sentences.of("table.cell", Limits.CELL_CHARACTERS));
                    fits = false;
                }
            }
        }
        return fits;
    }
}
