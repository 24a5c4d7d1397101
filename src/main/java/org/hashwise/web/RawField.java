package org.hashwise.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hashwise.questionnaire.Excerpt;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.springframework.util.MultiValueMap;

/** The unparsed text of a form field, as it was typed; repeated fields have several texts. */
record RawField(List<String> texts, Language language) {

    private static final int MORE_ROWS = 3;

    /** Longer than anything that is understood, so that what is cut off was refused with the rest. */
    private static final int LONGEST = 200;

    private static final int MOST_ROWS = 200;

    /** Takes as many rows, and of each as many characters, as a session may hold. */
    RawField {
        texts = texts.stream()
                .limit(MOST_ROWS)
                .map(text -> Excerpt.start(text, LONGEST))
                .toList();
    }

    /** Characters of all texts. */
    int length() {
        return texts.stream().mapToInt(String::length).sum();
    }

    /**
     * The input of a form for the fields of a section.
     *
     * @param addsRows whether empty rows are wanted after those of a question of kind shares
     */
    static Map<String, RawField> in(
            MultiValueMap<String, String> form, Section section, Language language, boolean addsRows) {
        Map<String, RawField> typed = new HashMap<>();
        for (Question question : section.questions()) {
            for (String field : SectionEntry.fields(question)) {
                Stream<String> texts = form.getOrDefault(field, List.of()).stream();
                if (addsRows && question.kind() == Kind.SHARES) {
                    texts = Stream.concat(texts, Stream.generate(() -> "").limit(MORE_ROWS));
                }
                typed.put(field, new RawField(texts.toList(), language));
            }
        }
        return typed;
    }

    /** Returns whether the texts are the same, but for empty rows at the end. */
    boolean isSameAs(RawField other) {
        for (int row = 0; row < Math.max(texts.size(), other.texts.size()); row++) {
            if (!text(row).equals(other.text(row))) {
                return false;
            }
        }
        return true;
    }

    /** The only text of a field that is not repeated. */
    String text() {
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** The text in this row; empty after the last one. */
    String text(int row) {
        return row < texts.size() ? texts.get(row) : "";
    }
}
