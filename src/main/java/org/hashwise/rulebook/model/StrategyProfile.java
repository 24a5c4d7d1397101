package org.hashwise.rulebook.model;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.Owner;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Text;
import org.jspecify.annotations.Nullable;

/**
 * The texts that describe a strategy.
 *
 * @param headlines the recommendation in one sentence, by extent; the key is empty for strategies without extents, and
 *     {@link #WEAK} when not even the recommended strategy has more for it than against it
 * @param risks what to watch, for every company that follows it
 * @param steps what to do first, in order, for every company that follows it
 */
public record StrategyProfile(
        Strategy strategy,
        Text title,
        Text summary,
        Map<String, Text> headlines,
        List<Text> risks,
        List<FirstStep> steps,
        String file) {
    /**
     * A step that every company with the strategy takes.
     *
     * @param owner who takes it; null when the edition does not say
     * @param byMonth months from now, 0 for at once; null when the edition does not say
     */
    public record FirstStep(
            Text text, @Nullable Owner owner, @Nullable Integer byMonth) {}

    /** The key of the headline of a {@linkplain org.hashwise.advice.Warning.Code#WEAK_LEAD weak lead}. */
    public static final String WEAK = "weak";

    public StrategyProfile {
        headlines = Map.copyOf(headlines);
        risks = List.copyOf(risks);
        steps = List.copyOf(steps);
    }
}
