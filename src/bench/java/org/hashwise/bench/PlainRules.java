package org.hashwise.bench;

import org.hashwise.advice.Situation;

/** The rules as plain Java: as they would be written if they never had to change. */
public interface PlainRules {

    /** Decides; the tally has the verdict and the rules that fired. */
    Tally evaluate(Situation s);
}
