package org.hashwise.rulebook.comparison;

import java.util.Comparator;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.jspecify.annotations.Nullable;

/** The part of a recommendation whose change is reported. */
public record Outcome(Strategy strategy, @Nullable Extent extent) implements Comparable<Outcome> {

    private static final Comparator<Outcome> ORDER = Comparator.comparing(Outcome::strategy)
            .thenComparing(Outcome::extent, Comparator.nullsFirst(Comparator.naturalOrder()));

    static Outcome of(Verdict verdict) {
        return new Outcome(verdict.strategy(), verdict.extent());
    }

    @Override
    public int compareTo(Outcome other) {
        return ORDER.compare(this, other);
    }

    /** Such as {@code AI_HOSTING FULL}. */
    @Override
    public String toString() {
        return extent == null ? strategy.name() : strategy + " " + extent;
    }
}
