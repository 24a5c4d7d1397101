package org.hashwise.rulebook.mutation;

import java.util.Map;
import org.hashwise.advice.Situation;

/**
 * A company that a rule and its mutant evaluate differently.
 *
 * @param expected what the unchanged rule finds: the keys of a case with their values, in YAML
 */
record SuggestedCase(Situation company, Map<String, String> expected) {

    SuggestedCase {
        expected = java.util.Collections.unmodifiableMap(expected);
    }

    /** A case about one rule. */
    static SuggestedCase about(String ruleId, boolean fires, Situation company) {
        return new SuggestedCase(company, Map.of(fires ? "fires" : "silent", "[" + ruleId + "]"));
    }
}
