package org.hashwise.screening;

import java.util.List;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.ErrorItem;
import org.jspecify.annotations.Nullable;

/**
 * A row that was read.
 *
 * @param id the caller's own name for the row; text or a whole number; null when there is none
 * @param request null when the row is refused
 * @param errors why the row is refused; empty when it is not
 */
record CompanyRow(long line, @Nullable Object id, Consultation.@Nullable Request request, List<ErrorItem> errors) {

    CompanyRow {
        errors = List.copyOf(errors);
    }

    static CompanyRow of(long line, @Nullable Object id, Consultation.Request request) {
        return new CompanyRow(line, id, request, List.of());
    }

    static CompanyRow refused(long line, @Nullable Object id, List<ErrorItem> errors) {
        return new CompanyRow(line, id, null, errors);
    }
}
