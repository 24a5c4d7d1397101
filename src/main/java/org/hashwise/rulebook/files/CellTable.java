package org.hashwise.rulebook.files;

import java.util.List;
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

    public boolean isBlank(int row) {
        return row > rows.size()
                || rows.get(row - 1).stream().map(Characters::strip).allMatch(String::isEmpty);
    }

    /** Whether a cell of the first column begins a decision table. */
    public boolean hasTable() {
        for (int row = 1; row <= height(); row++) {
            if (at(row, 1).split(" ", 2)[0].equals("RuleTable")) {
                return true;
            }
        }
        return false;
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
