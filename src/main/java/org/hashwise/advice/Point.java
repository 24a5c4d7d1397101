package org.hashwise.advice;

import java.util.List;
import java.util.Map;

/**
 * A step of the plan, or a risk to watch, of one strategy.
 *
 * @param rule the rule that added it; for the steps and risks that every company with this strategy gets, the id is
 *     that of the strategy and the file is the strategy's
 */
public record Point(
        RuleReference rule, Strategy strategy, String text, Map<String, Object> reads, List<String> assumed) {}
