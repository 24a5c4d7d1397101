package org.hashwise.rulebook.mutation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.rulebook.testing.TestExample;

/** Runner of the mutants of rules of one role: which cases kill them, and which would. */
interface MutantRunner {

    /** The first example that notices a mutant; empty when none does. Called by several threads. */
    Optional<TestExample> noticing(Mutant mutant);

    /** A case that would notice a mutant, where one is found. The keys are compared by identity. */
    Map<Mutant, SuggestedCase> suggestedCases(List<Mutant> survivors);
}
