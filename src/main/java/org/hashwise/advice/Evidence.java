package org.hashwise.advice;

import java.util.List;
import java.util.Map;

/**
 * One reason for or against a strategy, with its weight and source.
 *
 * @param strength 1 weak to 3 strong
 * @param text in the language of the advice, with the company's values filled in
 * @param reads the values that the rule read, by id: numbers, choice values or yes and no
 * @param assumed ids among the reads, or the input of a metric among them, that were assumed and not answered
 */
public record Evidence(
        RuleReference rule,
        Strategy strategy,
        Direction direction,
        int strength,
        String text,
        Map<String, Object> reads,
        List<String> assumed) {

    public enum Direction {
        FOR,
        AGAINST
    }
}
