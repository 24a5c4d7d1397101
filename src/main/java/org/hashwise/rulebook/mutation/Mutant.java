package org.hashwise.rulebook.mutation;

import java.util.Optional;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Rule;

/**
 * A rule with one small mistake.
 *
 * @param original the rule of the rulebook
 * @param changed the rule with the mistake; empty when the mistake is that it is gone
 * @param atom the elementary condition that was touched; empty when more than one was
 * @param was the touched part as an analyst wrote it
 * @param becomes the same with the mistake; empty when it is left out
 */
record Mutant(Rule original, Optional<Rule> changed, Mutator mutator, Optional<Atom> atom, String was, String becomes) {

    /** The kinds of mistakes that are put into rules. */
    enum Mutator {
        /** A threshold or another number is a step larger or smaller. */
        THRESHOLD,
        /** The border belongs to the other side, as in {@code <} for {@code <=}. */
        BORDER,
        /** A comparison says the opposite. */
        COMPARISON,
        /** A condition is left out. */
        CONDITION,
        /** One of several accepted values is left out. */
        VALUE,
        /** A row of a decision table is left out. */
        ROW
    }

    static Mutant of(Atom atom, Mutator mutator, Rule changed, String becomes) {
        return new Mutant(atom.rule(), Optional.of(changed), mutator, Optional.of(atom), atom.textWithFact(), becomes);
    }
}
