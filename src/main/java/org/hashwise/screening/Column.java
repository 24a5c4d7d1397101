package org.hashwise.screening;

import org.hashwise.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/**
 * Column of a table: what it holds.
 *
 * @param number from 1
 * @param header as it is in the file
 * @param question null unless the target is {@link ColumnUse#QUESTION}
 * @param unit of the numbers in the column, as its header names it; empty when it names none
 * @param suggestion id of the question, or name of the field, that was probably meant; empty when nothing is near
 */
public record Column(
        int number,
        String header,
        ColumnUse target,
        @Nullable Question question,
        String unit,
        String suggestion) {

    /** The use of a column. */
    public enum ColumnUse {
        /** Answers to a question. */
        QUESTION,
        /** The caller's own names for the rows. */
        ID,
        COMPANY,
        /** The day of the advice. */
        AS_OF,
        LANGUAGE,
        /** Lines of JSON that were given back. */
        LINE,
        /** Left out on purpose. */
        IGNORED,
        /** A header that is not understood. */
        UNKNOWN,
        /** A unit that does not fit the question. */
        UNIT,
        /** The same as a column before it. */
        DUPLICATE
    }

    /** Returns whether the file can be screened with this column as it is. */
    public boolean isUnderstood() {
        return target != ColumnUse.UNKNOWN && target != ColumnUse.UNIT && target != ColumnUse.DUPLICATE;
    }

    /** The same, where columns with a header that is not understood may be left out. */
    boolean isAccepted(boolean ignoresUnknown) {
        return isUnderstood() || (ignoresUnknown && target == ColumnUse.UNKNOWN);
    }

    /** Id of the question, or name of the field of a row; empty for a column that is left out or not understood. */
    public String id() {
        return switch (target) {
            case QUESTION -> question == null ? "" : question.id();
            case ID -> Columns.ID;
            case COMPANY -> Columns.COMPANY;
            case AS_OF -> Columns.AS_OF;
            case LANGUAGE -> Columns.LANGUAGE;
            case LINE -> RefusedRows.LINE;
            default -> "";
        };
    }
}
