package org.hashwise.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hashwise.rulebook.Draft;
import org.hashwise.rulebook.VerdictSource;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleSummary;

/**
 * Summary of the rulebook in force.
 *
 * @param edition its fingerprint, {@code sha256:…}
 * @param bulkVerdicts what decides where an analysis asks for many verdicts
 * @param rules in the order of file and line
 * @param parameters in the order of file and line
 * @param draft changed files that are not in force because they have errors
 */
public record EditionSummary(
        String edition,
        Instant loadedAt,
        VerdictSource bulkVerdicts,
        List<RuleSummary> rules,
        List<AgedParameter> parameters,
        Optional<Draft> draft) {

    public EditionSummary {
        rules = List.copyOf(rules);
        parameters = List.copyOf(parameters);
    }

    /** @param ageDays days since the value was set or published */
    public record AgedParameter(Parameter parameter, long ageDays) {}
}
