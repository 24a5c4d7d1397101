package org.hashwise.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.springframework.util.MultiValueMap;

/** Reads the fields of a form: what was typed, or what the button of a suggestion fills in. */
final class FormInput {

    /** The parameter of the buttons that take a suggestion over. */
    static final String TAKE = "take";

    private static final int PARTS = 3;
    private static final int MOST_ROWS = 1_000;

    private FormInput() {}

    /** Whether a suggestion was taken over, rather than the form sent. */
    static boolean takes(MultiValueMap<String, String> form) {
        return form.getFirst(TAKE) != null;
    }

    /** The id of the question whose suggestion was taken over. */
    static Optional<String> taken(MultiValueMap<String, String> form, Section section) {
        String field = String.valueOf(form.getFirst(TAKE)).split(":", PARTS)[0];
        return section.questions().stream()
                .filter(question -> SectionEntry.fields(question).contains(field))
                .map(Question::id)
                .findFirst();
    }

    /**
     * The texts of a section's fields. A text that the page showed as it had been typed in another language keeps that
     * language, and so its meaning.
     *
     * @param visit as the page showed it
     */
    static Map<String, RawField> read(
            MultiValueMap<String, String> form,
            Section section,
            QuestionnaireSession visit,
            PageText words,
            boolean addsRows) {
        Map<String, RawField> typed = new HashMap<>(RawField.in(form, section, words.language(), addsRows));
        for (Question question : section.questions()) {
            for (String field : SectionEntry.fields(question)) {
                RawField shown = shown(question, field, visit, words);
                typed.computeIfPresent(
                        field, (name, now) -> now.isSameAs(shown) ? new RawField(now.texts(), shown.language()) : now);
            }
        }
        String[] taken = String.valueOf(form.getFirst(TAKE)).split(":", PARTS);
        if (taken.length == PARTS && taken[1].matches("[0-9]{1,3}")) {
            typed.computeIfPresent(taken[0], (field, now) -> with(now, Integer.parseInt(taken[1]), taken[2], words));
        }
        return typed;
    }

    private static RawField shown(Question question, String field, QuestionnaireSession visit, PageText words) {
        if (question.kind() != Kind.SHARES) {
            return Fields.shown(question, visit, words);
        }
        RawField typed = visit.typed().get(field);
        return typed == null || visit.answers().has(question.id()) ? new RawField(List.of(), words.language()) : typed;
    }

    private static RawField with(RawField typed, int row, String text, PageText words) {
        List<String> texts = new ArrayList<>(typed.texts());
        while (texts.size() <= Math.min(row, MOST_ROWS)) {
            texts.add("");
        }
        texts.set(row, text);
        return new RawField(texts, words.language());
    }
}
