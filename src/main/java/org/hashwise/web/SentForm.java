package org.hashwise.web;

import java.util.List;
import java.util.Map;
import org.hashwise.text.PageText;

/**
 * A form with questions as it was sent, and the answers that it applies to.
 *
 * @param before the answers of the company that the page showed, as they are now
 * @param texts of the language in which the page was shown
 * @param typed the fields after the form: what the page did not change is as it is now
 * @param entry what the fields say
 * @param changed whether any field is different from what the page showed
 * @param notices for the visitor, about the values sent
 */
record SentForm(
        QuestionnaireSession before,
        PageText texts,
        Map<String, RawField> typed,
        SectionEntry entry,
        boolean changed,
        List<String> notices) {

    /** The button that only chooses another language. */
    static final String LANGUAGE = "language";

    static final String ADD_ROW = "add-row";

    SentForm {
        typed = Map.copyOf(typed);
        notices = List.copyOf(notices);
    }
}
