package org.hashwise.assessment;

import java.time.Instant;
import java.time.LocalDate;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Renames;
import org.jspecify.annotations.Nullable;

/**
 * A stored assessment: the answers of a company with owner, date and version.
 *
 * @param id 128 random bits in hexadecimal; a caller who knows it may read and change
 * @param version 1 when it is new, one more with each change
 * @param owner name of the account that made it; null when it was made without a login
 * @param asOf the day for which advice is asked; null for the day of each change
 */
public record Assessment(
        String id,
        int version,
        @Nullable String owner,
        String company,
        @Nullable LocalDate asOf,
        Language language,
        Answers answers,
        Instant createdAt,
        Instant changedAt) {

    /** The same with its answers under the names of now. */
    public Assessment named(Renames renames) {
        return new Assessment(
                id, version, owner, company, asOf, language, renames.apply(answers), createdAt, changedAt);
    }
}
