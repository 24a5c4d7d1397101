package org.hashwise.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.hashwise.consultation.ErrorItem;
import org.jspecify.annotations.Nullable;

/**
 * Result of the check of a file: what it holds, found without evaluating any company.
 *
 * @param rows that are sent, without empty ones
 * @param refused rows that have problems, in the columns that are understood
 * @param columns of a table; null for lines of JSON
 * @param form of a table; null for lines of JSON
 * @param problems of the first refused rows
 */
public record FileCheck(
        long rows,
        long refused,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ColumnItem> columns,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Form form,
        List<RowProblems> problems) {

    /** The most rows whose problems are listed. */
    static final int MOST_PROBLEMS = 100;

    /** Returns whether all columns are understood. */
    public boolean areColumnsUnderstood() {
        return columns == null || columns.stream().allMatch(column -> column.problem() == null);
    }

    /**
     * The format of a table.
     *
     * @param separator between cells; null for a workbook
     * @param encoding the character set; null for a workbook
     * @param numbers what its written numbers have before decimals
     * @param headerLine the line with the headers, from 1; titles before it are left out
     * @param mergedRow the first row of companies with merged cells, of which all but one are empty; null when there is none
     * @param sheet that is read; null for a CSV file
     * @param otherSheets that the workbook shows too and that are not read
     */
    public record Form(
            @Nullable String separator,
            @Nullable String encoding,
            NumberConvention numbers,
            long headerLine,
            @Nullable Integer mergedRow,
            @Nullable String sheet,
            List<String> otherSheets) {

        private static final String USUAL_SEPARATORS = ",;\t|";

        /** Returns whether the character set is the one that spreadsheet programs use, for want of another. */
        public boolean hasAssumedEncoding() {
            return encoding != null && !encoding.startsWith("UTF");
        }

        /** The numbers for a sentence: those of {@link NumberConvention} in its order; 4 for a workbook without written numbers. */
        public int numbersNumber() {
            boolean stored = separator == null && numbers == NumberConvention.UNKNOWN;
            return stored ? NumberConvention.values().length : numbers.ordinal();
        }

        /** The separator for a sentence: 0 comma, 1 semicolon, 2 tab, 3 bar, 4 another sign; 5 for a workbook. */
        public int separatorNumber() {
            int usual = separator == null ? USUAL_SEPARATORS.length() + 1 : USUAL_SEPARATORS.indexOf(separator);
            return usual < 0 ? USUAL_SEPARATORS.length() : usual;
        }
    }

    /**
     * One column.
     *
     * @param number from 1
     * @param header as it is in the file
     * @param id of the question, or name of the field of a row; null for a column that is left out or not understood
     * @param unit of its numbers, as the header names it; null when it names none
     * @param sample the first cell that is not empty; null when all are
     * @param textNumbers cells of a workbook that hold a number as text, which are read as if they were typed
     * @param firstTextNumber the row of the first of them; null when there are none
     * @param suggestion what an unknown header probably means; null when nothing is near
     * @param problem why it is not understood; null when it is
     */
    public record ColumnItem(
            int number,
            String header,
            @Nullable String id,
            @Nullable String unit,
            @Nullable String sample,
            long textNumbers,
            @Nullable Long firstTextNumber,
            @Nullable String suggestion,
            @Nullable String problem) {}

    /** The problems for which a row would be refused. */
    public record RowProblems(long line, @Nullable Object id, List<ErrorItem> errors) {}
}
