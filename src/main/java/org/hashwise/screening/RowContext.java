package org.hashwise.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Context of the rows of a screening: what all of them share.
 *
 * @param names made when it is first asked for
 * @param common what counts for each company that does not say otherwise
 */
record RowContext(Questionnaire questionnaire, Wording wording, Consultation.Request common, Supplier<Columns> names) {

    RowContext(Questionnaire questionnaire, Wording wording, Consultation.Request common) {
        this(questionnaire, wording, common, SingletonSupplier.of(() -> new Columns(questionnaire, wording)));
    }

    /** Recognition of headers, for rows that bring their own. */
    Columns columns() {
        return names.get();
    }

    /** The language of texts, unless a row names another. */
    Language language() {
        return common.language();
    }

    /** A request with the common answers to questions that the row leaves open, and the common day. */
    Consultation.Request request(String company, @Nullable LocalDate asOf, Language language, Answers answers) {
        Answers all = common.answers().with(answers);
        return new Consultation.Request(company, asOf == null ? common.asOf() : asOf, language, all);
    }

    ErrorItem error(Problem problem, @Nullable Integer column) {
        return ErrorItem.of(problem, wording, language()).in(column);
    }

    /** An error whose sentence is found in the messages under {@code failure.screening.<key>}. */
    ErrorItem error(
            String id,
            @Nullable Object value,
            String key,
            @Nullable String suggestion,
            @Nullable Integer column,
            Object... arguments) {
        return new ErrorItem(
                id, value, wording.text("failure.screening." + key, language(), arguments), suggestion, column);
    }

    /** A row that cannot be read at all. */
    CompanyRow refused(long line, String key, Object... arguments) {
        return CompanyRow.refused(line, null, null, List.of(error("", null, key, null, null, arguments)));
    }
}
