package org.hashwise.rulebook;

import java.util.Set;
import org.hashwise.rulebook.model.Coverage;
import org.hashwise.rulebook.model.MutationReport;
import org.hashwise.rulebook.mutation.MutationRunner;
import org.hashwise.rulebook.testing.CoverageRunner;

/** Puts a rulebook on trial: do its cases show every condition, and would they notice a mistake? */
public final class SelfTest {

    private final Rulebook rulebook;

    public SelfTest(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** Which conditions the cases and the casebook show true and false. Takes seconds. */
    public Coverage coverage() {
        return new CoverageRunner(rulebook.subject()).run();
    }

    /** Makes small mistakes in every rule on purpose and reports which of them nobody notices. Takes a minute or two. */
    public MutationReport mutate() {
        return new MutationRunner(rulebook.subject()).run(rule -> true);
    }

    /** The same for some rules. */
    public MutationReport mutate(Set<String> ruleIds) {
        return new MutationRunner(rulebook.subject()).run(rule -> ruleIds.contains(rule.id()));
    }
}
