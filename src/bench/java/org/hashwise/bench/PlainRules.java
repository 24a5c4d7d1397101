package org.hashwise.bench;

import org.hashwise.advice.Situation;

/** The rules as plain Java: what a programmer would write who had never to change them. */
public interface PlainRules {

    /** Decides; the tally tells the verdict and what fired. */
    Tally evaluate(Situation s);
}
