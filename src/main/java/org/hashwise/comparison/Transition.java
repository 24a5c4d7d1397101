package org.hashwise.comparison;

import java.util.Comparator;
import org.hashwise.advice.VerdictSummary;

/** A change from one outcome to another. */
public record Transition(VerdictSummary before, VerdictSummary after) implements Comparable<Transition> {

    private static final Comparator<Transition> ORDER =
            Comparator.comparing(Transition::before).thenComparing(Transition::after);

    public boolean isChange() {
        return !before.equals(after);
    }

    @Override
    public int compareTo(Transition other) {
        return ORDER.compare(this, other);
    }
}
