package org.hashwise.rulebook.mutation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.rulebook.testing.TestExample;

/** Runner of the mutants of rules of one role: which cases kill them, and which would. */
interface MutantRunner {

    /** For each mutant, in their order, the first example that notices it; empty when none does. */
    List<Optional<TestExample>> notice(List<Mutant> mutants);

    /** A case that would notice a mutant, where one is found. The keys are compared by identity. */
    Map<Mutant, SuggestedCase> suggestedCases(List<Mutant> survivors);
}
