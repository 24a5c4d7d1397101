package org.hashwise.screening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/** The columns of a table with the readers of their cells. Immutable. */
final class TableLayout {

    private final List<Column> columns;
    private final Language language;
    private final Map<Integer, CellReader> readers = new HashMap<>();
    private final Map<String, Integer> numberById = new HashMap<>();

    /** @param language whose conventions the numbers in the file follow */
    TableLayout(List<Column> columns, Language language) {
        this.columns = List.copyOf(columns);
        this.language = language;
        for (Column column : columns) {
            Question question = column.question();
            if (question != null) {
                readers.put(column.number(), new CellReader(column, question, language));
            }
            if (!column.id().isEmpty()) {
                numberById.put(column.id(), column.number());
            }
        }
    }

    List<Column> columns() {
        return columns;
    }

    Language language() {
        return language;
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
