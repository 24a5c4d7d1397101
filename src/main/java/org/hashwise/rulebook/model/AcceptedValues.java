package org.hashwise.rulebook.model;

/**
 * The values that a threshold or setting may have.
 *
 * @param low the smallest, in the unit of the threshold
 * @param high the largest
 * @param step the smallest change that makes sense, by which forms move the value; a value need not be a multiple of it
 */
public record AcceptedValues(NumberType kind, double low, double high, double step) {

    /** Every finite number. */
    public static final AcceptedValues ANY =
            new AcceptedValues(NumberType.NUMBER, -Double.MAX_VALUE, Double.MAX_VALUE, 1);

    /** The kind of a value: any number, a percentage from 0 on, or a whole number. */
    public enum NumberType {
        NUMBER,
        PERCENT,
        WHOLE
    }

    /** Returns whether a threshold may have this value. */
    public boolean contains(double value) {
        return value >= low && value <= high && (kind != NumberType.WHOLE || isWhole(value));
    }

    /** The accepted value nearest to this one. */
    public double nearest(double value) {
        return Math.max(low, Math.min(high, kind == NumberType.WHOLE ? Math.rint(value) : value));
    }

    /** Returns whether these values are all among others. */
    boolean isWithin(AcceptedValues other) {
        return low >= other.low && high <= other.high && (other.kind != NumberType.WHOLE || kind == NumberType.WHOLE);
    }

    /** Returns whether the declaration makes sense: a range that is not empty, a positive step, whole bounds for whole numbers. */
    public boolean isConsistent() {
        boolean whole = kind != NumberType.WHOLE || (isWhole(low) && isWhole(high) && isWhole(step));
        return low < high && step > 0 && step <= high - low && whole && (kind != NumberType.PERCENT || low >= 0);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }
}
