package org.hashwise.rulebook.mutation;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people write them. */
final class Decimals {

    private Decimals() {}

    /** The number with so many significant digits. */
    static double rounded(double value, int digits) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(digits)).doubleValue()
                : value;
    }

    /** How many significant digits it takes to write a number. */
    static int digits(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().precision();
    }
}
