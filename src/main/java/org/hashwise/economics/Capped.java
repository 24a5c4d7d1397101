package org.hashwise.economics;

/** Division that never yields NaN or infinity, and the caps it uses. */
final class Capped {

    /** Cap of money per unit: what a coin costs to a fleet that finds next to none. */
    static final double USD = 1e9;

    /** Cap of percentages that are not shares of a whole. */
    static final double PERCENT = 1_000;

    /** Cap of ratios such as covers and multiples. */
    static final double TIMES = 100;

    private Capped() {}

    /**
     * The quotient, between −cap and cap; 0 when there is nothing to divide, and the cap with the sign of the numerator
     * when the denominator is not positive.
     */
    static double ratio(double numerator, double denominator, double cap) {
        if (numerator == 0) {
            return 0;
        }
        return denominator > 0 ? within(numerator / denominator, cap) : Math.copySign(cap, numerator);
    }

    /** The quotient as a percentage, capped at ±{@link #PERCENT}. */
    static double percent(double numerator, double denominator) {
        return ratio(100 * numerator, denominator, PERCENT);
    }

    /** How many times the means cover what is owed, capped at {@link #TIMES}; the cap too when nothing is owed. */
    static double cover(double means, double owed) {
        return owed > 0 ? within(means / owed, TIMES) : TIMES;
    }

    static double within(double value, double cap) {
        return Math.max(-cap, Math.min(cap, value));
    }
}
