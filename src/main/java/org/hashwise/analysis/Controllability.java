package org.hashwise.analysis;

import org.hashwise.questionnaire.Mover;
import org.jspecify.annotations.Nullable;

/** Whether the company can change a value. */
public enum Controllability {
    /** The company can. */
    LEVER,
    /** Others decide: the market, or the state. */
    MARKET;

    static Controllability of(@Nullable Mover mover) {
        return mover == Mover.COMPANY ? LEVER : MARKET;
    }
}
