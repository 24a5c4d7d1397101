package org.hashwise.comparison;

import java.util.List;

/**
 * A rule that treats a company differently before and after.
 *
 * @param decides whether it belongs to the recommendation, and not to the policy
 * @param before what it contributed, in the words of the rule language; empty when it was silent
 * @param after likewise
 */
public record RuleDifference(String rule, boolean decides, List<String> before, List<String> after) {
    public RuleDifference {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
