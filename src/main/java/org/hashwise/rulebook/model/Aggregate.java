package org.hashwise.rulebook.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A function of {@code accumulate}, which makes one number of those of all matches. */
public enum Aggregate {
    SUM,
    COUNT,
    MIN,
    MAX;

    /** The function with a name; empty when there is none. */
    public static Optional<Aggregate> of(String name) {
        return Arrays.stream(values())
                .filter(aggregate -> aggregate.toString().equals(name))
                .findFirst();
    }

    /** The result for the numbers of all matches; empty for the extremes of no numbers. */
    public OptionalDouble of(double... numbers) {
        return switch (this) {
            case SUM -> OptionalDouble.of(Arrays.stream(numbers).sum());
            case COUNT -> OptionalDouble.of(numbers.length);
            case MIN -> Arrays.stream(numbers).min();
            case MAX -> Arrays.stream(numbers).max();
        };
    }

    /** The name, as rules write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
