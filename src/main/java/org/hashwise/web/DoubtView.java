package org.hashwise.web;

import java.util.List;
import java.util.Locale;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Doubt;
import org.hashwise.questionnaire.Answer;
import org.hashwise.text.PageText;
import org.jspecify.annotations.Nullable;

/**
 * A doubt about answers as a page shows it, in the words of the reader.
 *
 * @param answers the doubted ones
 * @param suggestion what can be taken over by one press; null when nothing in particular is likely
 */
record DoubtView(
        String rule,
        String text,
        List<Doubted> answers,
        @Nullable Suggested suggestion) {

    private static final String MARKET = "market";

    DoubtView {
        answers = List.copyOf(answers);
    }

    /**
     * A doubted answer.
     *
     * @param id of the question, or {@code asOf}
     * @param section where it can be changed
     * @param anchor of its field there
     */
    record Doubted(String id, String label, String section, String anchor) {}

    /**
     * A value to take over.
     *
     * @param id of the question
     * @param value as programs write it
     * @param label with its unit, in the language of the reader
     */
    record Suggested(String id, String value, String label) {}

    /** The doubts of an advice; none when its edition raises none. */
    static List<DoubtView> of(Advice advice, PageText texts) {
        List<Doubt> doubts = advice.doubts();
        return doubts == null
                ? List.of()
                : doubts.stream().map(doubt -> of(doubt, texts)).toList();
    }

    private static DoubtView of(Doubt doubt, PageText texts) {
        Doubt.SuggestedAnswer suggestion = doubt.suggestion();
        return new DoubtView(
                doubt.rule().id(),
                texts.typeset(doubt.text()),
                doubt.ids().stream().map(id -> doubted(id, texts)).toList(),
                suggestion == null
                        ? null
                        : new Suggested(
                                suggestion.id(),
                                Double.toString(suggestion.value()).toLowerCase(Locale.ROOT),
                                texts.exactly(suggestion.id(), new Answer.Number(suggestion.value()))));
    }

    private static Doubted doubted(String id, PageText texts) {
        return id.equals(Doubt.DAY)
                ? new Doubted(id, texts.message("field.day"), MARKET, "show-date")
                : new Doubted(id, texts.label(id), texts.section(id), id);
    }

    /** Returns whether the answer to a question is doubted. */
    boolean isAbout(String id) {
        return answers.stream().anyMatch(answer -> answer.id().equals(id));
    }
}
