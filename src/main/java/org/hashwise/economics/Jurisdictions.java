package org.hashwise.economics;

import java.util.List;
import java.util.Optional;

/** The regulation table by code. */
@FunctionalInterface
public interface Jurisdictions {

    /** The question for the places of a company and the capacity in each. */
    String QUESTION = "regulation.jurisdictions";

    /** The row for a code, or for the country of a state that has no row of its own; empty when neither is graded. */
    Optional<JurisdictionGrade> grade(String code);

    /** Every row of the table, in its order. */
    default List<JurisdictionGrade> rows() {
        return List.of();
    }
}
