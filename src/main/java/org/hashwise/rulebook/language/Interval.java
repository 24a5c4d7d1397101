package org.hashwise.rulebook.language;

import org.hashwise.rulebook.model.ArithmeticOperator;

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
    public static Interval where(Operator operator, double value) {
        return switch (operator) {
            case BELOW -> new Interval(Double.NEGATIVE_INFINITY, false, value, true);
            case AT_MOST -> between(Double.NEGATIVE_INFINITY, value);
            case ABOVE -> new Interval(value, true, Double.POSITIVE_INFINITY, false);
            case AT_LEAST -> between(value, Double.POSITIVE_INFINITY);
            case EQUAL -> between(value, value);
            case UNEQUAL -> ALL;
        };
    }

    public Interval and(Interval other) {
        boolean lowHere = low > other.low || (low == other.low && lowOpen);
        boolean highHere = high < other.high || (high == other.high && highOpen);
        return new Interval(
                lowHere ? low : other.low,
                lowHere ? lowOpen : other.lowOpen,
                highHere ? high : other.high,
                highHere ? highOpen : other.highOpen);
    }

    /** The range of an operation on a number of this range and one of another; everything where that is not certain. */
    public Interval combined(ArithmeticOperator operator, Interval other) {
        Interval combined = switch (operator) {
            case PLUS -> between(low + other.low, high + other.high);
            case MINUS -> between(low - other.high, high - other.low);
            case TIMES -> hull(low * other.low, low * other.high, high * other.low, high * other.high);
            case DIVIDED_BY ->
                other.low > 0 || other.high < 0
                        ? hull(low / other.low, low / other.high, high / other.low, high / other.high)
                        : ALL;
        };
        return Double.isNaN(combined.low) || Double.isNaN(combined.high) ? ALL : combined;
    }

    /** Returns whether a comparison can hold of a number of this range and one of another. */
    public boolean canBe(Operator operator, Interval other) {
        return switch (operator) {
            case BELOW -> low < other.high;
            case AT_MOST -> low <= other.high;
            case ABOVE -> high > other.low;
            case AT_LEAST -> high >= other.low;
            case EQUAL -> !and(other).isEmpty();
            case UNEQUAL -> true;
        };
    }

    private static Interval hull(double... corners) {
        double low = corners[0];
        double high = corners[0];
        for (double corner : corners) {
            low = Math.min(low, corner);
            high = Math.max(high, corner);
        }
        return between(low, high);
    }

    public boolean isEmpty() {
        return low > high || (low == high && (lowOpen || highOpen));
    }

    public boolean contains(double value) {
        return !and(between(value, value)).isEmpty();
    }

    /** Returns whether this ends below the point where another begins, so that there are numbers between them. */
    public boolean leavesGapBefore(Interval next) {
        return high < next.low || (high == next.low && highOpen && next.lowOpen);
    }
}
