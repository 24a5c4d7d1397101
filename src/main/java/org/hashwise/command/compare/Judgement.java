package org.hashwise.command.compare;

import java.util.List;
import org.hashwise.advice.Verdict;

/**
 * One company before and after.
 *
 * @param differences the rules that make the difference
 */
record Judgement(Verdict before, Verdict after, List<Difference> differences) {

    Judgement {
        differences = List.copyOf(differences);
    }

    Flip flip() {
        return new Flip(Outcome.of(before), Outcome.of(after));
    }
}
