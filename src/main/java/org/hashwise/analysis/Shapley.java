package org.hashwise.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Shapley values, exact: what each of a few causes contributes to an effect, as the mean over all orders in which they may
 * come together. They sum to the whole effect; causes that do the same get the same, and one that never matters gets
 * nothing.
 */
public final class Shapley {

    /** More causes than this have too many combinations, and factorials too large for our arithmetic. */
    public static final int MOST = 12;

    private Shapley() {}

    /** One value as a fraction, so that nothing is lost before rounding. */
    public record Value(BigDecimal numerator, long denominator) {

        public double toDouble() {
            return numerator
                    .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64)
                    .doubleValue();
        }
    }

    /**
     * @param causes how many there are, at most {@link #MOST}
     * @param worth the effect of a set of causes; bit i is cause i; called once for each set
     */
    public static List<Value> values(int causes, IntToDoubleFunction worth) {
        if (causes > MOST) {
            throw new IllegalArgumentException(String.valueOf(causes));
        }
        BigDecimal[] worths = new BigDecimal[1 << causes];
        Arrays.setAll(worths, set -> new BigDecimal(worth.applyAsDouble(set)));
        long[] factorials = new long[MOST + 1];
        factorials[0] = 1;
        for (int i = 1; i <= MOST; i++) {
            factorials[i] = factorials[i - 1] * i;
        }
        List<Value> values = new ArrayList<>();
        for (int cause = 0; cause < causes; cause++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int set = 0; set < worths.length; set++) {
                if ((set & 1 << cause) == 0) {
                    int size = Integer.bitCount(set);
                    BigDecimal orders = BigDecimal.valueOf(factorials[size] * factorials[causes - size - 1]);
                    sum = sum.add(worths[set | 1 << cause].subtract(worths[set]).multiply(orders));
                }
            }
            values.add(new Value(sum, factorials[causes]));
        }
        return values;
    }
}
