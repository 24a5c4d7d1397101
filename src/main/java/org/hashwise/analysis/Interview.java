package org.hashwise.analysis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;

/**
 * The state of an interview: probability of each strategy, and the question to ask next.
 *
 * @param probabilities part of the plausible completions that lead to each strategy; they sum to 1
 * @param leading the most probable strategy
 * @param advised the strategy that is recommended when every assumption holds
 * @param settled whether the leading strategy is probable enough, and is the one advised, so that asking can stop
 * @param proven whether every completion within the declared spreads was looked at, and all lead to one strategy
 * @param next questions that were not answered, those that tell most for their effort first
 * @param refine rough answers, those whose exact value would tell most first
 * @param answered number of questions with an answer, rough ones included
 * @param couldStillMatter number of questions among {@code next} that tell a noticeable amount
 */
public record Interview(
        Map<Strategy, Double> probabilities,
        Strategy leading,
        Strategy advised,
        boolean settled,
        boolean proven,
        List<Inquiry> next,
        List<Inquiry> refine,
        int answered,
        int couldStillMatter,
        int samples,
        long seed) {

    public Interview {
        probabilities = Collections.unmodifiableMap(new EnumMap<>(probabilities));
        next = List.copyOf(next);
        refine = List.copyOf(refine);
    }

    /**
     * A question that could be asked.
     *
     * @param bits information about the strategy that its answer is expected to bring
     * @param effort how hard it is to find the answer, 1 to 3
     */
    public record Inquiry(String id, double bits, int effort) {}
}
