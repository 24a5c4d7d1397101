package org.hashwise.rulebook.review;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Situations in which some conditions hold: at least all of them, perhaps more where a condition is not understood.
 *
 * @param domains by {@code Fact.field}; a field that is not there may have any value
 */
record Region(Map<String, Domain> domains) {

    static final Region EVERYWHERE = new Region(Map.of());

    Region {
        domains = java.util.Collections.unmodifiableMap(new TreeMap<>(domains));
    }

    static Region of(String field, Domain domain) {
        return new Region(Map.of(field, domain));
    }

    /** Where both hold; empty when that is nowhere. */
    Optional<Region> and(Region other) {
        Map<String, Domain> both = new TreeMap<>(domains);
        other.domains.forEach((field, domain) -> both.merge(field, domain, Domain::and));
        boolean nowhere = both.values().stream().anyMatch(Domain::isEmpty);
        return nowhere ? Optional.empty() : Optional.of(new Region(both));
    }
}
