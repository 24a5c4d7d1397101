package org.hashwise.rulebook.lint;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A box of situations, one domain for each field, that contains all in which some conditions hold, and perhaps more where a
 * condition is not understood.
 *
 * @param domains by {@code Fact.field}; a field that is not there may have any value
 */
record Box(Map<String, FieldDomain> domains) {

    static final Box EVERYWHERE = new Box(Map.of());

    Box {
        domains = java.util.Collections.unmodifiableMap(new TreeMap<>(domains));
    }

    static Box of(String field, FieldDomain domain) {
        return new Box(Map.of(field, domain));
    }

    /** The intersection; empty when there is none. */
    Optional<Box> and(Box other) {
        Map<String, FieldDomain> both = new TreeMap<>(domains);
        other.domains.forEach((field, domain) -> both.merge(field, domain, FieldDomain::and));
        boolean nowhere = both.values().stream().anyMatch(FieldDomain::isEmpty);
        return nowhere ? Optional.empty() : Optional.of(new Box(both));
    }
}
