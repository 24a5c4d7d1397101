package org.hashwise.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decision without its reasons, for bulk use. The standings are ranked, best first, one for each strategy. */
public record Verdict(
        Strategy strategy,
        @Nullable Extent extent,
        @Nullable Strategy combineWith,
        List<RankedStrategy> ranking) {
    public Verdict {
        ranking = List.copyOf(ranking);
    }

    public RankedStrategy standing(Strategy of) {
        return RankedStrategy.find(ranking, of).orElseThrow();
    }
}
