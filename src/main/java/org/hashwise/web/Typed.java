package org.hashwise.web;

import java.util.List;
import org.hashwise.questionnaire.Language;

/** What somebody typed into one field, kept as it was; repeated fields have several texts. */
record Typed(List<String> texts, Language language) {

    Typed {
        texts = List.copyOf(texts);
    }

    /** The only text of a field that is not repeated. */
    String text() {
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** The text in this row; empty behind the last one. */
    String text(int row) {
        return row < texts.size() ? texts.get(row) : "";
    }
}
