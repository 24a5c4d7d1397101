package org.hashwise.economics;

/** Division that never yields NaN or infinity. The caps of metrics are at {@link Metric#cap}. */
final class Capped {

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

    static double within(double value, double cap) {
        return Math.max(-cap, Math.min(cap, value));
    }
}
