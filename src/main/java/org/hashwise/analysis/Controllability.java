package org.hashwise.analysis;

import org.hashwise.questionnaire.Mover;
import org.jspecify.annotations.Nullable;

/** Controllability of a value: whether the company can change it. */
public enum Controllability {
    /** The company can. */
    COMPANY,
    /** Third parties decide: the market, or the state. */
    MARKET;

    static Controllability of(@Nullable Mover mover) {
        return mover == Mover.COMPANY ? COMPANY : MARKET;
    }
}
