package org.hashwise.advice;

import org.hashwise.questionnaire.Language;

/** Turns a complete situation into advice. Implementations are thread-safe and deterministic. */
public interface Adviser {

    /** The decision with everything that led to it. */
    Advice advise(Situation situation, Language language);

    /** The same decision, without trace or texts: fast. */
    Verdict verdict(Situation situation);
}
