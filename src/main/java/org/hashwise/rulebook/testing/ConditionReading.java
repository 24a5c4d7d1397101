package org.hashwise.rulebook.testing;

import org.hashwise.rulebook.language.Atom;
import org.jspecify.annotations.Nullable;

/**
 * What one elementary condition of a rule came to for one company.
 *
 * @param held whether it holds
 * @param value what stands on its left for this company: a number, a word or a boolean; null when it is no figure of the
 *     company, as in the rules of the decision
 * @param comparedWith what stands on its right: a number, a word, a boolean or a list of words; null when it is no
 *     figure of the company or when the condition is a field alone
 */
public record ConditionReading(
        Atom atom,
        boolean held,
        @Nullable Object value,
        @Nullable Object comparedWith) {

    /** Whether this condition, taken alone, lets the rule fire. */
    public boolean isMet() {
        return held == atom.wanted();
    }
}
