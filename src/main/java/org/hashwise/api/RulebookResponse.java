package org.hashwise.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hashwise.consultation.EditionSummary;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.RulebookProblemItem;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.Draft;
import org.hashwise.rulebook.VerdictSource;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleSummary;
import org.jspecify.annotations.Nullable;

/** A rulebook as JSON; the order of the components is the order of the keys. */
record RulebookResponse(
        String edition,
        Instant loadedAt,
        VerdictSource bulkVerdicts,
        List<RuleSummary> rules,
        List<ParameterItem> parameters,
        @Nullable DraftItem draft) {

    static RulebookResponse of(EditionSummary summary, Language language) {
        return new RulebookResponse(
                summary.edition(),
                summary.loadedAt(),
                summary.bulkVerdicts(),
                summary.rules(),
                summary.parameters().stream()
                        .map(aged -> ParameterItem.of(aged.parameter(), aged.ageDays(), language))
                        .toList(),
                summary.draft().map(DraftItem::of).orElse(null));
    }

    record ParameterItem(
            String name,
            String topic,
            Number value,
            String unit,
            String meaning,
            String source,
            LocalDate date,
            LocalDate reviewBy,
            long ageDays,
            String file,
            int line) {
        static ParameterItem of(Parameter parameter, long ageDays, Language language) {
            return new ParameterItem(
                    parameter.name(),
                    parameter.topic(),
                    Plain.number(parameter.value()),
                    parameter.unit(),
                    parameter.meaning().in(language),
                    parameter.source().in(language),
                    parameter.date(),
                    parameter.reviewBy(),
                    ageDays,
                    parameter.file(),
                    parameter.line());
        }
    }

    record DraftItem(String edition, List<RulebookProblemItem> problems) {
        static DraftItem of(Draft draft) {
            return new DraftItem(
                    draft.edition(),
                    draft.problems().stream().map(RulebookProblemItem::of).toList());
        }
    }
}
