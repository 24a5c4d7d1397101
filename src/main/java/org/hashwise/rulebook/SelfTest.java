package org.hashwise.rulebook;

import org.hashwise.rulebook.mutation.MutationTrial;

/** Puts a rulebook on trial: do its cases show every condition, and would they notice a mistake? */
public final class SelfTest {

    private final Rulebook rulebook;

    public SelfTest(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** Makes small mistakes in every rule on purpose and reports which of them nobody notices. Takes a minute or two. */
    public MutationReport mutate() {
        return new MutationTrial(rulebook.subject()).run(rule -> true);
    }
}
