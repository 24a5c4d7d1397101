package org.hashwise.command;

import java.util.Set;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.SelfTest;
import org.hashwise.rulebook.model.Coverage;
import org.hashwise.rulebook.model.MutationReport;
import org.hashwise.rulebook.model.RulebookFiles;
import org.jspecify.annotations.Nullable;

/** Coverage and mutation report of a rulebook; null where not asked for. */
record TrialResults(@Nullable Coverage coverage, @Nullable MutationReport mutation) {

    static final TrialResults NONE = new TrialResults(null, null);

    /** Tries what is asked for. The files have no errors. */
    static TrialResults of(RulebookFiles files, CheckArguments arguments) {
        if (!arguments.coverage && !arguments.mutate()) {
            return NONE;
        }
        try (Rulebook rulebook = RulebookReader.interpret(files)) {
            SelfTest test = new SelfTest(rulebook);
            return new TrialResults(
                    arguments.coverage ? test.coverage() : null,
                    arguments.mutate() ? mutate(test, arguments.mutated()) : null);
        }
    }

    private static MutationReport mutate(SelfTest test, Set<String> rules) {
        return rules.isEmpty() ? test.mutate() : test.mutate(rules);
    }
}
