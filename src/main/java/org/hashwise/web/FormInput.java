package org.hashwise.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.hashwise.text.PageText;
import org.springframework.util.MultiValueMap;

/**
 * The fields of a form: what was typed, or what the button of a suggestion fills in.
 *
 * @param typed by the name of the field
 * @param overridden what was entered elsewhere since the page was shown, and is replaced, by the id of the question
 * @param changed whether any field is different from what the page showed
 */
record FormInput(Map<String, RawField> typed, Map<String, String> overridden, boolean changed) {

    /** Before the name of a field: the hidden field with the text that the page showed in it. */
    static final String WAS = "was:";

    /** The parameter of the buttons that take a suggestion over. */
    static final String TAKE = "take";

    private static final int PARTS = 3;
    private static final int MOST_ROWS = 1_000;

    FormInput {
        typed = Map.copyOf(typed);
        overridden = Map.copyOf(overridden);
    }

    /** Returns whether a suggestion was taken over, rather than the form sent. */
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
     * Reads the fields of a section. A field that is as the page showed it changes nothing: it counts as it is now, in the
     * language in which it was typed. Of two changes of one field the later counts, and the other is reported.
     *
     * @param session as the page would show it now
     * @param texts of the language in which the page was shown
     */
    static FormInput read(
            MultiValueMap<String, String> form,
            Section section,
            QuestionnaireSession session,
            PageText texts,
            boolean addsRows) {
        Map<String, RawField> sent = RawField.in(form, section, texts.language(), addsRows);
        Map<String, RawField> typed = new HashMap<>();
        Map<String, String> overridden = new TreeMap<>();
        boolean changed = takes(form);
        for (Question question : section.questions()) {
            Map<String, RawField> now = Fields.texts(question, session, texts);
            Map<String, RawField> fields = only(sent, now);
            Map<String, RawField> was = shown(form, now, texts);
            if (!was.isEmpty() && areSame(fields, was)) {
                now.forEach((field, text) -> {
                    RawField added = fields.get(field);
                    typed.put(field, addsRows && added != null ? longer(text, added) : text);
                });
                continue;
            }
            changed = true;
            fields.forEach((field, text) -> {
                RawField shown = now.get(field);
                typed.put(field, shown != null && text.isSameAs(shown) ? in(shown, text) : text);
            });
            if (!was.isEmpty() && !areSame(now, was) && !areSame(now, fields)) {
                overridden.put(
                        question.id(),
                        session.answers()
                                .get(question.id())
                                .map(answer -> texts.exactly(question.id(), answer))
                                .orElseGet(() -> texts.message("field.dont-know")));
            }
        }
        String[] taken = String.valueOf(form.getFirst(TAKE)).split(":", PARTS);
        if (taken.length == PARTS && taken[1].matches("[0-9]{1,3}")) {
            typed.computeIfPresent(taken[0], (field, now) -> with(now, Integer.parseInt(taken[1]), taken[2], texts));
        }
        return new FormInput(typed, overridden, changed);
    }

    private static Map<String, RawField> only(Map<String, RawField> sent, Map<String, RawField> now) {
        Map<String, RawField> fields = new LinkedHashMap<>(now);
        fields.replaceAll((field, text) -> sent.getOrDefault(field, new RawField(List.of(), text.language())));
        return fields;
    }

    /** The values that the page showed in the fields; empty for a form that does not say. */
    private static Map<String, RawField> shown(
            MultiValueMap<String, String> form, Map<String, RawField> now, PageText texts) {
        Map<String, RawField> was = new LinkedHashMap<>();
        now.keySet().forEach(field -> {
            List<String> values = form.get(WAS + field);
            if (values != null) {
                was.put(field, new RawField(values, texts.language()));
            }
        });
        return was.size() == now.size() ? was : Map.of();
    }

    private static boolean areSame(Map<String, RawField> some, Map<String, RawField> others) {
        return some.entrySet().stream()
                .allMatch(field ->
                        Objects.requireNonNull(others.get(field.getKey())).isSameAs(field.getValue()));
    }

    private static RawField in(RawField shown, RawField sent) {
        return new RawField(sent.texts(), shown.language());
    }

    private static RawField longer(RawField text, RawField sent) {
        List<String> values = new ArrayList<>(text.texts());
        while (values.size() < sent.texts().size()) {
            values.add("");
        }
        return new RawField(values, text.language());
    }

    private static RawField with(RawField typed, int row, String text, PageText texts) {
        List<String> values = new ArrayList<>(typed.texts());
        while (values.size() <= Math.min(row, MOST_ROWS)) {
            values.add("");
        }
        values.set(row, text);
        return new RawField(values, texts.language());
    }
}
