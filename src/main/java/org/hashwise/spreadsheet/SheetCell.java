package org.hashwise.spreadsheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One cell.
 *
 * @param text the value without format: numbers in plain notation, {@code TRUE} or {@code FALSE}
 */
public record SheetCell(String text, CellType kind) {

    // Day 1 is 1900-01-01, and the format counts a 29 February of that year, which there was not.
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final int LAST_SERIAL = 2_958_465; // 9999-12-31

    public static final SheetCell EMPTY = new SheetCell("", CellType.TEXT);

    public enum CellType {
        TEXT,
        NUMBER,
        /** A number that is shown in percent; the text is the share, such as 0.05 for 5 %. */
        PERCENT,
        /** A number that is shown as a date; the text is the number. */
        DATE,
        YESNO,
        /** Computed by a formula; the text is the value that was saved with it, or the formula where none was. */
        FORMULA,
        /** An error, such as {@code #REF!}. */
        ERROR
    }

    public static SheetCell text(String text) {
        return text.isEmpty() ? EMPTY : new SheetCell(text, CellType.TEXT);
    }

    /** The day that a cell of {@link CellType#DATE} shows; empty for other cells. */
    public Optional<LocalDate> day() {
        if (kind != CellType.DATE) {
            return Optional.empty();
        }
        double serial = Double.parseDouble(text);
        return serial >= 1 && serial <= LAST_SERIAL ? Optional.of(EPOCH.plusDays((long) serial)) : Optional.empty();
    }

    /** The text as a spreadsheet program shows it: a share in percent, and the number of a day as the day. */
    public String shown() {
        return kind == CellType.PERCENT
                ? new BigDecimal(text).movePointRight(2).stripTrailingZeros().toPlainString() + "%"
                : day().map(LocalDate::toString).orElse(text);
    }

    public boolean isEmpty() {
        return text.isEmpty() && kind == CellType.TEXT;
    }

    /** Returns whether it is empty but for spaces. */
    public boolean isBlank() {
        return text.isBlank() && kind == CellType.TEXT;
    }
}
