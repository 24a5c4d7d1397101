package org.hashwise.rulebook.language;

/**
 * A range of numbers.
 *
 * @param lowOpen whether {@code low} itself is outside
 * @param highOpen whether {@code high} itself is outside
 */
public record Interval(double low, boolean lowOpen, double high, boolean highOpen) {

    public static final Interval ALL = between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public static Interval between(double low, double high) {
        return new Interval(low, false, high, false);
    }

    /** The numbers x for which {@code x operator value} holds; all for {@code !=}. */
    public static Interval where(String operator, double value) {
        return switch (operator) {
            case "<" -> new Interval(Double.NEGATIVE_INFINITY, false, value, true);
            case "<=" -> between(Double.NEGATIVE_INFINITY, value);
            case ">" -> new Interval(value, true, Double.POSITIVE_INFINITY, false);
            case ">=" -> between(value, Double.POSITIVE_INFINITY);
            case "==" -> between(value, value);
            default -> ALL;
        };
    }

    public Interval and(Interval other) {
        boolean lowHere = low > other.low || low == other.low && lowOpen;
        boolean highHere = high < other.high || high == other.high && highOpen;
        return new Interval(
                lowHere ? low : other.low,
                lowHere ? lowOpen : other.lowOpen,
                highHere ? high : other.high,
                highHere ? highOpen : other.highOpen);
    }

    public boolean isEmpty() {
        return low > high || low == high && (lowOpen || highOpen);
    }

    public boolean contains(double value) {
        return !and(between(value, value)).isEmpty();
    }

    /** Whether this ends below the point where another begins, so that numbers lie in no man's land between them. */
    public boolean leavesGapBefore(Interval next) {
        return high < next.low || high == next.low && highOpen && next.lowOpen;
    }
}
