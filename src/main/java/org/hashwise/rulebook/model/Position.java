package org.hashwise.rulebook.model;

/** A place in a file; line and column count from 1, 0 means the whole file or line. */
public record Position(String file, int line, int column) {

    public static Position of(String file) {
        return new Position(file, 0, 0);
    }

    /** Returns whether this is a cell of a decision table: the line is its row. */
    public boolean isCell() {
        return (file.endsWith(".csv") || file.endsWith(".xlsx")) && line > 0 && column > 0;
    }
}
