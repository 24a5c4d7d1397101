package org.hashwise.command.compare;

import java.util.Comparator;

/** From one outcome to another. */
record Flip(Outcome before, Outcome after) implements Comparable<Flip> {

    private static final Comparator<Flip> ORDER =
            Comparator.comparing(Flip::before).thenComparing(Flip::after);

    boolean isChange() {
        return !before.equals(after);
    }

    @Override
    public int compareTo(Flip other) {
        return ORDER.compare(this, other);
    }
}
