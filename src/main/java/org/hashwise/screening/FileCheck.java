package org.hashwise.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.hashwise.consultation.ErrorItem;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, found without evaluating any company.
 *
 * @param rows that are sent, without empty ones
 * @param refused rows that have problems; 0 while there are columns that are not understood, since rows are not read then
 * @param columns of a table; null for lines of JSON
 * @param problems of the first refused rows
 */
public record FileCheck(
        long rows,
        long refused,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ColumnItem> columns,
        List<RowProblems> problems) {

    /** The most rows whose problems are listed. */
    static final int MOST_PROBLEMS = 100;

    /** Whether all columns are understood. */
    public boolean areColumnsUnderstood() {
        return columns == null || columns.stream().allMatch(column -> column.problem() == null);
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

    /** Why a row would be refused. */
    public record RowProblems(long line, @Nullable Object id, List<ErrorItem> errors) {}
}
