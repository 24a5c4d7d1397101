package org.hashwise.command.compare;

import java.util.List;
import org.hashwise.advice.Verdict;

/**
 * The verdicts of both rulebooks on one company.
 *
 * @param differences the rules that make the difference
 */
record VerdictPair(Verdict before, Verdict after, List<FileDifference> differences) {

    VerdictPair {
        differences = List.copyOf(differences);
    }

    Transition flip() {
        return new Transition(Outcome.of(before), Outcome.of(after));
    }
}
