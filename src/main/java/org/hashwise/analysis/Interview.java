package org.hashwise.analysis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;

/**
 * The state of an adaptive interview: how sure the advice is so far, and what to ask next.
 *
 * @param probabilities part of the usual population that is advised each strategy; they sum to 1
 * @param wideProbabilities the same for the wide population
 * @param leading the most probable strategy in the usual population
 * @param advised the strategy that is recommended when every assumption holds
 * @param settled whether the leading strategy is probable enough in both populations, is the one advised, and no decisive
 *     fact is missing, so that asking can stop
 * @param proven whether every completion within the declared spreads was looked at, and all lead to one strategy
 * @param exhausted whether no question remains that is worth its effort: further answers would rarely change the advice
 * @param reportable whether enough is known for the probabilities to mean something: no decisive fact is missing
 * @param missing decisive facts that were not asked for yet: ids of the questions, one for each fact
 * @param next questions that were neither answered nor given up, the most information for its effort first
 * @param unknown questions that the company cannot answer, the most informative first
 * @param refine rough answers, the most informative exact value first
 * @param answered number of questions with an answer, rough ones included
 * @param assumed number of questions for which a typical value is taken
 * @param couldStillMatter number of questions among {@code next} with noticeable information
 */
public record Interview(
        Map<Strategy, Double> probabilities,
        Map<Strategy, Double> wideProbabilities,
        Strategy leading,
        Strategy advised,
        boolean settled,
        boolean proven,
        boolean exhausted,
        boolean reportable,
        List<String> missing,
        List<Inquiry> next,
        List<Inquiry> unknown,
        List<Inquiry> refine,
        int answered,
        int assumed,
        int couldStillMatter,
        int samples,
        long seed) {

    public Interview {
        probabilities = Collections.unmodifiableMap(new EnumMap<>(probabilities));
        wideProbabilities = Collections.unmodifiableMap(new EnumMap<>(wideProbabilities));
        missing = List.copyOf(missing);
        next = List.copyOf(next);
        unknown = List.copyOf(unknown);
        refine = List.copyOf(refine);
    }

    /** The probability of the advised strategy in the population in which it is lower. */
    public double lowest() {
        return Math.min(usual(), wide());
    }

    /** The probability of the advised strategy in the population in which it is higher. */
    public double highest() {
        return Math.max(usual(), wide());
    }

    private double usual() {
        return probabilities.getOrDefault(advised, 0.0);
    }

    private double wide() {
        return wideProbabilities.getOrDefault(advised, 0.0);
    }

    /**
     * A question that could be asked.
     *
     * @param bits information about the strategy that its answer is expected to bring
     * @param effort how hard it is to find the answer, 1 to 3
     */
    public record Inquiry(String id, double bits, int effort) {}
}
