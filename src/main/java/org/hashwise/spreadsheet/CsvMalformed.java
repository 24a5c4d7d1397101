package org.hashwise.spreadsheet;

import java.io.IOException;

/** Exception: a row of a CSV file that cannot be read, and with it the rest of the file. */
public final class CsvMalformed extends IOException {

    private static final long serialVersionUID = 1;

    private final long line;
    private final boolean tooLong;

    CsvMalformed(long line, boolean tooLong) {
        super("line " + line);
        this.line = line;
        this.tooLong = tooLong;
    }

    /** The line in which the row begins, from 1. */
    public long line() {
        return line;
    }

    /** Whether it has more characters than are accepted; else its quotation marks are wrong. */
    public boolean isTooLong() {
        return tooLong;
    }
}
