package org.hashwise.advice;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of the plan, or a risk to watch, of one strategy.
 *
 * @param rule the rule that added it; for the steps and risks that every company with this strategy gets, the id is
 *     that of the strategy and the file is the strategy's
 * @param owner who takes the step; null when the rule does not say, and for risks
 * @param byMonth months from now by which it has to be taken, 0 for at once, the months of the liquidity calendar; null
 *     when the rule does not say, and for risks
 * @param amountUsd the money that it is about; null when the rule does not say, and for risks
 */
public record Point(
        RuleReference rule,
        Strategy strategy,
        String text,
        Map<String, Object> reads,
        List<String> assumed,
        @Nullable Owner owner,
        @Nullable Integer byMonth,
        @Nullable Double amountUsd) {

    /** A point without owner, month and amount. */
    public Point(RuleReference rule, Strategy strategy, String text, Map<String, Object> reads, List<String> assumed) {
        this(rule, strategy, text, reads, assumed, null, null, null);
    }
}
