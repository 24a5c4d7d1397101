package org.hashwise.command;

import java.util.Set;
import org.hashwise.rulebook.SelfTest;
import org.hashwise.rulebook.model.Coverage;
import org.hashwise.rulebook.model.MutationReport;
import org.hashwise.rulebook.model.Robustness;
import org.jspecify.annotations.Nullable;

/** Sensitivity, coverage and mutation report of a rulebook; null where not asked for. */
record SelfTestResults(
        @Nullable Robustness casebook,
        @Nullable Coverage coverage,
        @Nullable MutationReport mutation) {

    static final SelfTestResults NONE = new SelfTestResults(null, null, null);

    /** Runs the tests that are asked for. */
    static SelfTestResults of(SelfTest test, CheckArguments arguments) {
        return new SelfTestResults(
                arguments.casebook ? test.robustness() : null,
                arguments.coverage ? test.coverage() : null,
                arguments.mutate() ? mutate(test, arguments.mutated()) : null);
    }

    private static MutationReport mutate(SelfTest test, Set<String> rules) {
        return rules.isEmpty() ? test.mutate() : test.mutate(rules);
    }
}
