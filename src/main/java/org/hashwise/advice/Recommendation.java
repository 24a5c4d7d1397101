package org.hashwise.advice;

import org.jspecify.annotations.Nullable;

/**
 * The recommended strategy, and the rule that decided on it.
 *
 * @param extent for {@link Strategy#AI_HOSTING} only
 * @param combineWith another viable strategy that is so close that both together are worth a look
 * @param headline one sentence in the language of the advice
 * @param rule the rule of the recommendation topic that decided
 */
public record Recommendation(
        Strategy strategy,
        @Nullable Extent extent,
        @Nullable Strategy combineWith,
        String headline,
        RuleReference rule) {}
