package org.hashwise.advice;

import java.util.List;
import java.util.Map;

/** A reason why a strategy is out of the question whatever else speaks for it. Fields as in {@link Evidence}. */
public record Gate(RuleReference rule, Strategy blocks, String text, Map<String, Object> reads, List<String> assumed) {}
