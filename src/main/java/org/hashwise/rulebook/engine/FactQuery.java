package org.hashwise.rulebook.engine;

import java.util.List;
import java.util.Map;

/** A condition that was made ready to be matched against facts. */
interface FactQuery {

    /**
     * The variables of each match, those from before included.
     *
     * @param variables what the conditions before have named
     */
    List<Map<String, Object>> matches(WorkingFacts facts, Map<String, Object> variables);

    /** Returns whether there is a match. */
    default boolean holds(WorkingFacts facts, Map<String, Object> variables) {
        return !matches(facts, variables).isEmpty();
    }
}
