package org.hashwise.rulebook.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Text;
import org.jspecify.annotations.Nullable;

/**
 * A real company at a date, as in the casebook.
 *
 * @param id file name without ending, such as {@code terawulf-2025-08}
 * @param asOf last day of the month to which the answers belong
 * @param quality A well sourced, B usable with gaps, C for special uses
 * @param answers what the company could have typed in then
 * @param sources by question id
 * @param story who the company was and what it faced, one or two sentences
 * @param observed what it did
 * @param disagreement why our advice differs from what it did, when it does
 * @param featured the place among the companies that the start page shows first, low first; null for the others
 */
public record CaseStudy(
        String id,
        String company,
        LocalDate asOf,
        Quality quality,
        Answers answers,
        Map<String, String> sources,
        Text story,
        Observed observed,
        @Nullable Text disagreement,
        @Nullable Double featured) {

    public CaseStudy {
        sources = Map.copyOf(sources);
    }

    /** Returns whether a strategy is what the company did, or another fair reading of what happened. */
    public boolean agreesWith(Strategy advised) {
        return advised == observed.strategy() || observed.alternatives().contains(advised);
    }

    public enum Quality {
        A,
        B,
        C
    }

    /**
     * The decision that a company took.
     *
     * @param evidence what shows it, in one sentence
     * @param alternatives other strategies that are a fair reading of what happened
     * @param otherExtents other fair extents of hosting
     */
    public record Observed(
            Strategy strategy,
            @Nullable Extent extent,
            LocalDate date,
            Text evidence,
            String source,
            List<Strategy> alternatives,
            List<Extent> otherExtents) {
        public Observed {
            alternatives = List.copyOf(alternatives);
            otherExtents = List.copyOf(otherExtents);
        }
    }
}
