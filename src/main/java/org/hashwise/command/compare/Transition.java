package org.hashwise.command.compare;

import java.util.Comparator;

/** A change from one outcome to another. */
record Transition(Outcome before, Outcome after) implements Comparable<Transition> {

    private static final Comparator<Transition> ORDER =
            Comparator.comparing(Transition::before).thenComparing(Transition::after);

    boolean isChange() {
        return !before.equals(after);
    }

    @Override
    public int compareTo(Transition other) {
        return ORDER.compare(this, other);
    }
}
