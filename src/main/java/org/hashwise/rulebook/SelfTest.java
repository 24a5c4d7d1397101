package org.hashwise.rulebook;

import java.util.Set;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.model.Coverage;
import org.hashwise.rulebook.model.MutationReport;
import org.hashwise.rulebook.model.Robustness;
import org.hashwise.rulebook.mutation.MutationRunner;
import org.hashwise.rulebook.testing.CoverageRunner;
import org.hashwise.rulebook.testing.RobustnessRunner;

/** Coverage and mutation score of the test cases of a rulebook. */
public final class SelfTest {

    private final RuleInterpreter rules;

    /** @param rulebook whose rules are tried out; they are interpreted, however it evaluates them itself */
    public SelfTest(Rulebook rulebook) {
        this(new RuleInterpreter(rulebook.contents()));
    }

    SelfTest(RuleInterpreter rules) {
        this.rules = rules;
    }

    /** The coverage of conditions by the cases and the casebook. Takes seconds. */
    public Coverage coverage() {
        return new CoverageRunner(rules).run();
    }

    /** The sensitivity of the advice for the companies of the casebook to thresholds and rules. Takes seconds. */
    public Robustness robustness() {
        return robustness(RobustnessRunner.DRAWS);
    }

    /** @param draws number of random draws of all thresholds, at least 1 */
    public Robustness robustness(int draws) {
        return new RobustnessRunner(rules).run(draws);
    }

    /** Mutation test of every rule: reports which mutants survive the cases and the casebook. Takes half a minute. */
    public MutationReport mutate() {
        return new MutationRunner(rules).run(rule -> true);
    }

    /** The same for some rules. */
    public MutationReport mutate(Set<String> ruleIds) {
        return new MutationRunner(rules).run(rule -> ruleIds.contains(rule.id()));
    }
}
