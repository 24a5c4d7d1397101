package org.hashwise.consultation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A problem of one input as JSON.
 *
 * @param id the question, or the field of the request; empty when all of the input is meant
 * @param value what was given
 * @param problem one sentence in the language of the reader
 * @param suggestion what was probably meant, or would be accepted; null when nothing is near
 * @param column of the table in which it was given, from 1; null unless it was given in a table
 */
public record ErrorItem(
        String id,
        @Nullable Object value,
        String problem,
        @Nullable String suggestion,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer column) {

    public static ErrorItem of(Problem problem, Wording wording, Language language) {
        String suggestion = problem.suggestion().isEmpty() ? null : problem.suggestion();
        return new ErrorItem(
                problem.id(), Plain.echo(problem.value()), wording.problem(problem, language), suggestion, null);
    }

    /** The same problem, found in a column of a table. */
    public ErrorItem in(@Nullable Integer place) {
        return new ErrorItem(id, value, problem, suggestion, place);
    }
}
