package org.hashwise.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hashwise.assessment.Assessment;
import org.hashwise.assessment.Assessments;
import org.jspecify.annotations.Nullable;

/**
 * One page of the caller's assessments.
 *
 * @param next what to send as {@code cursor} for the following part; null when this is the last one
 */
record AssessmentList(List<Item> assessments, @Nullable String next) {

    static AssessmentList of(Assessments.Page page) {
        return new AssessmentList(page.assessments().stream().map(Item::of).toList(), page.next());
    }

    record Item(
            String id,
            int version,
            String company,
            @Nullable LocalDate asOf,
            String language,
            Instant createdAt,
            Instant changedAt) {
        static Item of(Assessment assessment) {
            return new Item(
                    assessment.id(),
                    assessment.version(),
                    assessment.company(),
                    assessment.asOf(),
                    assessment.language().code(),
                    assessment.createdAt(),
                    assessment.changedAt());
        }
    }
}
