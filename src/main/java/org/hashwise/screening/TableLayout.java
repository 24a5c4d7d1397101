package org.hashwise.screening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.spreadsheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** The columns of a table with the readers of their cells. Immutable. */
final class TableLayout {

    private final List<Column> columns;
    private final Language words;
    private final Map<Integer, CellReader> readers = new HashMap<>();
    private final Map<String, Integer> numberById = new HashMap<>();

    /** @param words the language of words beside numbers */
    TableLayout(List<Column> columns, Language words) {
        this.columns = List.copyOf(columns);
        this.words = words;
        for (Column column : columns) {
            Question question = column.question();
            if (question != null) {
                readers.put(column.number(), new CellReader(column, question, words));
            }
            if (!column.id().isEmpty()) {
                numberById.put(column.id(), column.number());
            }
        }
    }

    List<Column> columns() {
        return columns;
    }

    /** Returns whether a row holds why another one was refused, and nothing that could be mended. */
    boolean isRemark(SheetRow row) {
        return row.cells().size() <= columns.size()
                && columns.stream()
                        .allMatch(column -> RefusedRows.HEADERS.contains(column.header())
                                || row.cell(column.number() - 1).isBlank());
    }

    Language words() {
        return words;
    }

    /** Null for a column that holds no answers. */
    @Nullable
    CellReader reader(Column column) {
        return readers.get(column.number());
    }

    /** The number of the column that holds a question or field; null when none does. */
    @Nullable
    Integer number(String id) {
        return numberById.get(id);
    }
}
