package org.hashwise.web;

import java.util.List;
import org.hashwise.questionnaire.Problem;
import org.hashwise.text.PageText;

/**
 * A problem or doubt at a field, in the language of the reader.
 *
 * @param id the question
 * @param meant what was probably meant, with its unit; several values are joined; empty when nothing is near
 * @param suggestions the same values for buttons that fill them in
 */
record FieldProblem(String id, String text, String meant, List<FieldSuggestion> suggestions) {

    FieldProblem {
        suggestions = List.copyOf(suggestions);
    }

    /** A sentence alone. */
    static FieldProblem of(String id, String text) {
        return new FieldProblem(id, text, "", List.of());
    }

    /** A problem of an answer, with the choice that was probably meant. */
    static FieldProblem of(Problem problem, PageText texts) {
        String sentence = texts.problem(problem);
        if (problem.suggestion().isEmpty()) {
            return of(problem.id(), sentence);
        }
        String label = texts.suggestion(problem);
        FieldSuggestion suggestion = new FieldSuggestion(label, problem.id(), 0, problem.suggestion());
        return new FieldProblem(problem.id(), sentence, label, List.of(suggestion));
    }

    /**
     * A value that can be taken over by one press.
     *
     * @param label the value with its unit, or the name of the place
     * @param field name of the form field that it is for
     * @param row of a repeated field, from 0
     * @param text for the field, in the language of the reader
     */
    record FieldSuggestion(String label, String field, int row, String text) {

        /** The value that the button sends. */
        public String value() {
            return field + ":" + row + ":" + text;
        }
    }
}
