package org.hashwise.screening;

import java.util.List;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.questionnaire.CompanyName;
import org.hashwise.questionnaire.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * A row that was read.
 *
 * @param id the caller's own name for the row; text or a whole number; null when there is none
 * @param company its name; empty when it has none
 * @param request null when the row is refused
 * @param errors why the row is refused; empty when it is not
 */
record CompanyRow(
        long line,
        @Nullable Object id,
        String company,
        Consultation.@Nullable Request request,
        List<ErrorItem> errors) {

    CompanyRow {
        errors = List.copyOf(errors);
    }

    static CompanyRow of(long line, @Nullable Object id, Consultation.Request request) {
        return new CompanyRow(line, id, request.company(), request, List.of());
    }

    /** @param company what the row has in the place of a name */
    static CompanyRow refused(long line, @Nullable Object id, @Nullable Object company, List<ErrorItem> errors) {
        String name = company instanceof String text ? Excerpt.of(CompanyName.of(text), CompanyName.LONGEST) : "";
        return new CompanyRow(line, id, name, null, errors);
    }
}
