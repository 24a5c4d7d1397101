package org.hashwise.questionnaire;

import java.util.Locale;

/** The unit in which a large amount is counted. */
public enum Magnitude {
    ONE(1),
    THOUSAND(1e3),
    MILLION(1e6),
    BILLION(1e9);

    private final double unit;

    Magnitude(double unit) {
        this.unit = unit;
    }

    /** The largest unit of which an amount has at least one, whatever its sign. */
    public static Magnitude of(double amount) {
        double size = Math.abs(amount);
        return size >= BILLION.unit ? BILLION : size >= MILLION.unit ? MILLION : size >= THOUSAND.unit ? THOUSAND : ONE;
    }

    /** An amount counted in this unit. */
    public double count(double amount) {
        return this == ONE ? amount : amount / unit;
    }

    /** How many this unit is. */
    public double unit() {
        return unit;
    }

    /** The word in the keys of messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
