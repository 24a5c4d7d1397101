package org.hashwise.screening;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetCell.CellType;

/** Parser of the days that tables hold beside those of ISO 8601, as far as they can mean one day alone. */
final class WrittenDay {

    /** The number of a day in spreadsheet programs, from 2009 to 2119. */
    private static final Pattern SERIAL = Pattern.compile("(?:399|[4-7][0-9]{2})[0-9]{2}(?:[.,]0+)?");

    private static final Pattern DAY_AND_MONTH = Pattern.compile("([0-9]{1,2})([./-])([0-9]{1,2})\\2(20[0-9]{2})");
    private static final int MONTHS = 12;

    private WrittenDay() {}

    /** Empty for a text that is none, or can mean two, such as {@code 03/04/2026}. */
    static Optional<LocalDate> read(String text) {
        if (SERIAL.matcher(text).matches()) {
            return new SheetCell(text.substring(0, 5), CellType.DATE).day();
        }
        Matcher parts = DAY_AND_MONTH.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(3));
        // The day comes first before a point; with other signs the larger number decides, or both are the same.
        boolean dayFirst = parts.group(2).equals(".") || first > MONTHS || first == second;
        if (!dayFirst && second <= MONTHS) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(parts.group(4));
            return Optional.of(LocalDate.of(year, dayFirst ? second : first, dayFirst ? first : second));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
