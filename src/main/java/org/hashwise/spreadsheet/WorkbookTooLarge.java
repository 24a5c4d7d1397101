package org.hashwise.spreadsheet;

import java.io.IOException;

/** Exception: a workbook with more parts, or more bytes after decompression, than are accepted; or one with programs. */
public final class WorkbookTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    WorkbookTooLarge() {
        super("the workbook exceeds the limits");
    }
}
