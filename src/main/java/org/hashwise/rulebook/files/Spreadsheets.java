package org.hashwise.rulebook.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hashwise.rulebook.model.FileLimits;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reader of {@code .csv} and {@code .xlsx} files within {@link FileLimits}. */
public final class Spreadsheets {

    private Spreadsheets() {}

    /** The first line as a spreadsheet writes it where the comma is the decimal sign. */
    private static final Pattern SEMICOLONS = Pattern.compile("^(\\w+|\"[^\"]*\");");

    private static final Pattern TABS = Pattern.compile("^(\\w+|\"[^\"]*\")\t");

    /** The cells; empty, with a problem, when the file cannot be read. */
    public static Optional<CellTable> read(RulebookFiles files, String path, Problems problems) {
        Optional<CellTable> grid = path.endsWith(".xlsx")
                ? Workbook.read(path, files.contentByPath().getOrDefault(path, new byte[0]), problems)
                : csv(path, files.text(path), problems);
        Optional<CellTable> fitting = grid.filter(cells -> fits(cells, problems));
        if (fitting.isEmpty()) {
            problems.unreadable(path);
        }
        return fitting;
    }

    /**
     * A workbook with other texts in cells of its table, and all else as it is; empty when there is no such cell, or when it is merged
     * with others.
     */
    public static Optional<byte[]> edited(RulebookFiles files, String path, Map<Position, String> textByCell) {
        return Workbook.edited(path, files.contentByPath().getOrDefault(path, new byte[0]), textByCell);
    }

    /** The cells in which two states of a workbook differ, as lines of a diff; empty when one of them cannot be read. */
    public static List<String> difference(RulebookFiles before, RulebookFiles after, String path) {
        Optional<CellTable> old = read(before, path, new Problems());
        Optional<CellTable> changed = read(after, path, new Problems());
        List<String> lines = new ArrayList<>();
        if (old.isPresent() && changed.isPresent()) {
            int height = Math.max(old.get().height(), changed.get().height());
            int width = Math.max(old.get().width(), changed.get().width());
            for (int row = 1; row <= height; row++) {
                for (int column = 1; column <= width; column++) {
                    String from = old.get().at(row, column);
                    String to = changed.get().at(row, column);
                    if (!from.equals(to)) {
                        lines.addAll(List.of("@@ " + CellTable.columnName(column) + row + " @@", "-" + from, "+" + to));
                    }
                }
            }
        }
        return lines;
    }

    private static Optional<CellTable> csv(String file, String text, Problems problems) {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        Optional<String> separator = separator(text.strip().lines().findFirst().orElse(""));
        if (separator.isPresent()) {
            problems.error(Code.TABLE_SYNTAX, new Position(file, 1, 0), "", "", Messages.of(separator.get()));
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            int blank = 0; // rows that count only if another one follows
            for (CSVRecord row : parser) {
                if (row.stream().map(Characters::strip).allMatch(String::isEmpty)) {
                    blank++;
                    continue;
                }
                rows.addAll(Collections.nCopies(Math.min(blank, FileLimits.ROWS), List.of()));
                rows.add(row.toList());
                blank = 0;
                if (rows.size() > FileLimits.ROWS) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            Position position = new Position(file, rows.size() + 1, 0);
            problems.error(Code.TABLE_SYNTAX, position, "", "", Messages.of("table.quotes"));
            return Optional.empty();
        }
        return Optional.of(new CellTable(file, rows));
    }

    /** The key of the sentence about a first line that other characters than commas separate. */
    private static Optional<String> separator(String firstLine) {
        if (firstLine.isBlank()) {
            return Optional.of("table.empty");
        } else if (firstLine.matches("(?i)\"?sep=.\"?")) {
            return Optional.of("table.sep");
        } else if (TABS.matcher(firstLine).find()) {
            return Optional.of("table.tabs");
        }
        return SEMICOLONS.matcher(firstLine).find() ? Optional.of("table.semicolons") : Optional.empty();
    }

    private static void checkCharacters(Position position, String text, Problems problems) {
        text.codePoints()
                .filter(Characters::isInvisible)
                .findFirst()
                .ifPresent(
                        hidden -> problems.error(Code.FORBIDDEN_CHARACTER, position, "", "", Characters.named(hidden)));
    }

    private static boolean fits(CellTable grid, Problems problems) {
        if (grid.height() > FileLimits.ROWS || grid.width() > FileLimits.COLUMNS) {
            problems.error(
                    Code.TABLE_SYNTAX,
                    Position.of(grid.file()),
                    "",
                    "",
                    Messages.of("table.size", FileLimits.ROWS, FileLimits.COLUMNS));
            return false;
        }
        boolean fits = true;
        for (int row = 1; row <= grid.height(); row++) {
            for (int column = 1; column <= grid.width(); column++) {
                String text = grid.at(row, column);
                if (grid.file().endsWith(".xlsx")) { // text files are checked as a whole
                    checkCharacters(grid.position(row, column), text, problems);
                }
                if (text.length() > FileLimits.CELL_CHARACTERS || text.chars().anyMatch(Character::isISOControl)) {
                    problems.error(
                            Code.TABLE_SYNTAX,
                            grid.position(row, column),
                            "",
                            "",
                            Messages.of("table.cell", FileLimits.CELL_CHARACTERS));
                    fits = false;
                }
            }
        }
        return fits;
    }
}
