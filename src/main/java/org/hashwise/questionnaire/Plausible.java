package org.hashwise.questionnaire;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The range in which companies usually answer a question, as far as its distribution and typical value tell; for choosing
 * between the units that a number was perhaps meant in.
 *
 * @param low smallest usual value; NaN when nothing is known
 * @param likely the usual value
 * @param high largest usual value
 */
record Plausible(double low, double likely, double high) {

    static final Plausible UNKNOWN = new Plausible(Double.NaN, Double.NaN, Double.NaN);

    /** The factor by which a value may be larger than the largest usual one, or smaller than the smallest. A judgement. */
    private static final double WIDEST = 5;

    static Plausible of(Question question) {
        if (question.spread() instanceof Distribution.Range range && range.likely() > 0) {
            return new Plausible(range.low() > 0 ? range.low() : range.likely(), range.likely(), range.high());
        }
        if (question.typical() instanceof Typical.Fixed fixed
                && fixed.value() instanceof Answer.Number number
                && number.value() > 0) {
            return new Plausible(number.value(), number.value(), number.value());
        }
        return UNKNOWN;
    }

    boolean isKnown() {
        return !Double.isNaN(likely);
    }

    /** Returns whether a value is near to the usual ones; no value is where nothing is known. */
    boolean includes(double value) {
        return isKnown() && value >= low / WIDEST && value <= high * WIDEST;
    }

    /** The value that is nearest to the usual one, if it is plausible; when nothing is known, the nearest to what was given. */
    Optional<Double> likeliest(double given, List<Double> values) {
        double nearest = isKnown() ? likely : given;
        return values.stream()
                .filter(value -> value > 0)
                .filter(value -> !isKnown() || includes(value))
                .min(Comparator.comparingDouble(value -> Math.abs(Math.log(value / nearest))));
    }
}
