package org.hashwise.advice;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The strategy and the extent of a verdict: the part of a recommendation whose change is reported. */
public record VerdictSummary(Strategy strategy, @Nullable Extent extent) implements Comparable<VerdictSummary> {

    private static final Comparator<VerdictSummary> ORDER = Comparator.comparing(VerdictSummary::strategy)
            .thenComparing(VerdictSummary::extent, Comparator.nullsFirst(Comparator.naturalOrder()));

    public static VerdictSummary of(Verdict verdict) {
        return new VerdictSummary(verdict.strategy(), verdict.extent());
    }

    @Override
    public int compareTo(VerdictSummary other) {
        return ORDER.compare(this, other);
    }

    /** The strategy with its extent, such as {@code AI_HOSTING FULL}. */
    @Override
    public String toString() {
        return extent == null ? strategy.name() : strategy + " " + extent;
    }
}
