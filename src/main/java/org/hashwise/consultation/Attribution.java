package org.hashwise.consultation;

import java.util.List;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.VerdictSummary;
import org.jspecify.annotations.Nullable;

/**
 * The attribution of the difference between two advices, as Shapley values over all that changed between them.
 *
 * <p>What is divided up is the lead of one strategy over another: the score of what was recommended later, minus that
 * of what was recommended earlier; where both are the same, of it over the strategy that came second earlier. The
 * values of all groups sum to the change of that lead.
 *
 * @param strategy whose lead is measured
 * @param over over which
 * @param leadFrom the lead in the first advice
 * @param leadTo the lead in the second
 * @param blocked whether a gate blocks that other strategy in the second
 * @param groups what changed, in the order: answers, market, rules
 * @param answers the sum of the values of all answers
 * @param market the value of the market
 * @param rules the value of the rules
 */
public record Attribution(
        VerdictSummary from,
        VerdictSummary to,
        Strategy strategy,
        Strategy over,
        double leadFrom,
        double leadTo,
        boolean blocked,
        List<Group> groups,
        double answers,
        double market,
        double rules) {

    public Attribution {
        groups = List.copyOf(groups);
    }

    /** The kind of a change. */
    public enum ChangeType {
        /** One answer. */
        ANSWER,
        /** All changed answers of one section. */
        SECTION,
        /** The snapshot, and the day with it. */
        MARKET,
        RULES
    }

    /**
     * One thing that changed.
     *
     * @param id of the question or section; {@code market}, {@code rules}
     * @param before the answer, the date of the snapshot, the edition; null when there was none
     * @param after the same later
     * @param value what it contributes to the change of the lead
     * @param decision what it contributes to the change of the recommendation: all groups together 1; null when the
     *     recommendation is the same
     * @param alone what would be recommended if nothing else had changed
     * @param suffices whether that is what was recommended later, and another than before
     */
    public record Group(
            ChangeType kind,
            String id,
            @Nullable Object before,
            @Nullable Object after,
            double value,
            @Nullable Double decision,
            VerdictSummary alone,
            boolean suffices) {}
}
