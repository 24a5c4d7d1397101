package org.hashwise.advice;

import java.util.List;
import java.util.Map;

/** A reason that excludes a strategy whatever its score. Fields as in {@link Evidence}. */
public record Gate(RuleReference rule, Strategy blocks, String text, Map<String, Object> reads, List<String> assumed) {}
