package org.hashwise.spreadsheet;

import java.io.IOException;

/** Exception: a row of a CSV file that cannot be read, and with it the rest of the file. */
public final class CsvMalformed extends IOException {

    private static final long serialVersionUID = 1;

    private final long line;
    private final RowFault reason;

    /** The fault of the row. */
    public enum RowFault {
        /** The row has more characters than are accepted. */
        TOO_LONG,
        /** The quotation marks of the row do not match. */
        QUOTES,
        /** The row has a character NUL: the file is no text, or in a character set that it does not name. */
        NUL
    }

    CsvMalformed(long line, RowFault reason) {
        super("line " + line);
        this.line = line;
        this.reason = reason;
    }

    /** The line in which the row begins, from 1. */
    public long line() {
        return line;
    }

    public RowFault reason() {
        return reason;
    }
}
