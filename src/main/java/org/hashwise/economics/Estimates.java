package org.hashwise.economics;

import java.util.Set;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Figures;
import org.hashwise.questionnaire.Typical;

/** The named formulas by which a typical value follows from other answers. */
public final class Estimates {

    private Estimates() {}

    /** The names that {@code typical: { estimate: … }} may use. */
    public static Set<String> names() {
        throw new UnsupportedOperationException();
    }

    /** The ids of the questions whose values the estimate reads. */
    public static Set<String> reads(Typical.Estimated estimate) {
        throw new UnsupportedOperationException();
    }

    /** The value; the figures need to hold values for {@link #reads} only. */
    public static Answer value(Typical.Estimated estimate, Figures figures, Jurisdictions jurisdictions) {
        throw new UnsupportedOperationException();
    }
}
