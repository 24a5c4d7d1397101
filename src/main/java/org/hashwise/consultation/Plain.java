package org.hashwise.consultation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Excerpt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * Conversion of values to plain JSON values: whole numbers without fraction, none in scientific notation, maps in
 * order.
 */
public final class Plain {

    // A double holds 15 decimal digits for certain; the 16th is where 0.1 + 0.2 shows its origin.
    private static final MathContext DIGITS = new MathContext(15);
    private static final double LARGEST_WHOLE = 1e15;
    private static final int LARGEST_EXACT = 53;
    private static final int LONGEST_ECHO = 200;

    private Plain() {}

    public static Number number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
            return (long) value;
        }
        BigDecimal rounded = decimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    public static Number number(double value, int decimals) {
        return number(rounded(value, decimals));
    }

    /** The number with so many decimals, at ties the even one. */
    public static double rounded(double value, int decimals) {
        double scale = StrictMath.pow(10, decimals);
        // Adding zero makes a negative zero a plain one.
        return Math.rint(value * scale) / scale + 0.0;
    }

    /**
     * The decimal that {@link Double#toString} gave up to JDK 18. Later ones give another for whole numbers beyond
     * 2^53, which is at times rounded to other digits: receipts have to come out the same under all.
     */
    private static BigDecimal decimal(double value) {
        int exponent = Math.getExponent(value);
        if (exponent < LARGEST_EXACT || exponent >= Long.SIZE - 1) {
            return BigDecimal.valueOf(value);
        }
        // Digits that are below half of the distance to the next double are no part of it.
        int insignificant = exponent < 58 ? 0 : exponent < 61 ? 1 : 2;
        return new BigDecimal(value).setScale(-insignificant, RoundingMode.HALF_UP);
    }

    public static SortedMap<String, Object> map(Map<String, ?> values) {
        SortedMap<String, Object> sorted = new TreeMap<>();
        values.forEach((id, value) -> sorted.put(id, value(value)));
        return sorted;
    }

    /** A number, text, boolean, answer, or a map of such. */
    public static Object value(Object value) {
        if (value instanceof Answer answer) {
            return value(answer.toPlain());
        }
        if (value instanceof Number number) {
            return number(number.doubleValue());
        }
        if (value instanceof Map<?, ?> map) {
            SortedMap<String, Object> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), value(each)));
            return sorted;
        }
        return value instanceof Boolean ? value : value.toString();
    }

    /**
     * A value as it was sent, for a reply that quotes it: shortened, and as text when it is a number that JSON cannot
     * hold.
     */
    public static @Nullable Object echo(@Nullable Object given) {
        if (given instanceof String text) {
            return Excerpt.of(text, LONGEST_ECHO);
        }
        if (given instanceof Double number) {
            return Double.isFinite(number) ? number(number) : number.toString();
        }
        if (given instanceof Number number && !Double.isFinite(number.doubleValue())) {
            String text = number.toString();
            return text.length() > LONGEST_ECHO ? Excerpt.of(text, LONGEST_ECHO) : new RawValue(text);
        }
        return given;
    }
}
