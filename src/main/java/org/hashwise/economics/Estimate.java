package org.hashwise.economics;

import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Figures;

/** The formula of a typical value, which knows the positions of what it reads. Immutable. */
@FunctionalInterface
public interface Estimate {

    /**
     * The value for one company, whose figures need to hold values for {@link Estimates#reads} only.
     *
     * @throws IllegalArgumentException when its table has no entry for the company
     */
    Answer value(Figures figures);
}
