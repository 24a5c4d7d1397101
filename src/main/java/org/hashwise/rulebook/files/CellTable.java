package org.hashwise.rulebook.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.rulebook.model.Position;

/** The cells of a spreadsheet as text; rows and columns count from 1. */
public record CellTable(String file, List<List<String>> rows) {

    public CellTable {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The text of a cell without blanks around it; empty when there is none. */
    public String at(int row, int column) {
        boolean exists = row >= 1
                && row <= rows.size()
                && column >= 1
                && column <= rows.get(row - 1).size();
        return exists ? Characters.strip(rows.get(row - 1).get(column - 1)) : "";
    }

    /** The same table with other texts in cells that it has. */
    CellTable with(Map<Position, String> textByCell) {
        List<List<String>> changed = new ArrayList<>();
        rows.forEach(row -> changed.add(new ArrayList<>(row)));
        textByCell.forEach((cell, text) -> changed.get(cell.line() - 1).set(cell.column() - 1, text));
        return new CellTable(file, changed);
    }

    public boolean isBlank(int row) {
        return row > rows.size()
                || rows.get(row - 1).stream().map(Characters::strip).allMatch(String::isEmpty);
    }

    /** The first cell that begins a decision table, which is to be one of the first column; empty when there is none. */
    public Optional<Position> table() {
        for (int row = 1; row <= height(); row++) {
            for (int column = 1; column <= rows.get(row - 1).size(); column++) {
                if (at(row, column).split(" ", 2)[0].equals("RuleTable")) {
                    return Optional.of(position(row, column));
                }
            }
        }
        return Optional.empty();
    }

    public int height() {
        return rows.size();
    }

    public int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The letters by which spreadsheets name a column, such as {@code AA} for 27. */
    public static String columnName(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    public Position position(int row, int column) {
        return new Position(file, row, column);
    }
}
