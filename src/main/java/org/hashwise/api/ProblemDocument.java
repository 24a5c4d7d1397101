package org.hashwise.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;

/** A problem document by RFC 9457. */
record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ErrorItem> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable VersionItem yours,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable VersionItem current) {

    /** @param preferred the language when the request did not come so far as to name one */
    static ProblemDocument of(ApiException refusal, String instance, Language preferred, Wording wording) {
        Language language = refusal.language() == null ? preferred : refusal.language();
        return new ProblemDocument(
                refusal.kind().type(),
                wording.text(refusal.titleKey(), language),
                refusal.status().value(),
                wording.text(refusal.detailKey(), language, refusal.arguments().toArray()),
                instance,
                Stream.concat(
                                refusal.problems().stream().map(problem -> ErrorItem.of(problem, wording, language)),
                                refusal.items().stream())
                        .toList(),
                refusal.yours(),
                refusal.current());
    }
}
