package org.hashwise.comparison;

import java.util.List;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictSummary;

/**
 * The verdicts of both rulebooks on one company.
 *
 * @param differences the rules that make the difference
 */
public record VerdictPair(Verdict before, Verdict after, List<RuleDifference> differences) {

    public VerdictPair {
        differences = List.copyOf(differences);
    }

    /** The transition from the outcome before to that after. */
    public Transition flip() {
        return new Transition(VerdictSummary.of(before), VerdictSummary.of(after));
    }
}
