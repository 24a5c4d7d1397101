package org.hashwise.screening;

import java.util.List;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;

/** Exception: a table with columns that are not understood; nothing of it is evaluated. */
public final class RefusedColumns extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Column> columns;

    RefusedColumns(List<Column> columns) {
        super("columns", null, false, false);
        this.columns = List.copyOf(columns);
    }

    /** The errors of the columns. */
    public List<ErrorItem> errors(Wording wording, Language language) {
        return columns.stream()
                .filter(column -> !column.isUnderstood())
                .map(column -> error(column, wording, language))
                .toList();
    }

    /** The error of a column that is not understood. */
    public static ErrorItem error(Column column, Wording wording, Language language) {
        String key = "failure.screening.column." + column.target();
        String sentence = column.target() == Column.ColumnUse.UNIT
                ? wording.text(key, language, column.unit(), column.suggestion())
                : wording.text(key, language, column.header(), column.suggestion());
        return new ErrorItem(
                column.suggestion().isEmpty() || column.target() == Column.ColumnUse.UNKNOWN ? "" : column.suggestion(),
                column.header(),
                sentence,
                column.suggestion().isEmpty() ? null : column.suggestion(),
                column.number());
    }
}
