package org.hashwise.advice;

/** The assumption about how companies answer what is not known about one of them. */
public enum Population {
    /** Companies as the questions declare them: likely values are frequent, and answers follow each other. */
    USUAL,
    /**
     * Independent answers over the full plausible ranges: every value between the ends of a spread is as probable as any
     * other, so is every choice, and no open answer follows another open one. It holds companies that the declared spreads
     * make rare or rule out.
     */
    WIDE
}
