package org.hashwise.analysis;

import java.util.Set;
import java.util.TreeSet;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Question;

/**
 * The grid of values of a numeric question at which a scan starts: even steps, and steps by a factor around what is.
 */
final class MapGrid {

    private static final int EVEN_STEPS = 48;
    private static final double FACTOR = 1.25;

    // Below this part of the range a value is as good as none.
    private static final double SMALLEST_PART = 1e-9;

    private MapGrid() {}

    /** Ascending; the ends of the range, zero and the current value are among them. */
    static double[] of(Question question, double current) {
        TreeSet<Double> values = new TreeSet<>();
        double min = question.min();
        double max = question.max();
        values.add(min);
        values.add(max);
        values.add(current);
        values.add(0.0);
        for (int step = 1; step < EVEN_STEPS; step++) {
            values.add(min + (max - min) * step / EVEN_STEPS);
        }
        double anchor = current == 0 ? anchor(question) : Math.abs(current);
        double largest = Math.max(Math.abs(min), Math.abs(max));
        for (double value = anchor; value < largest; value *= FACTOR) {
            addBoth(value, values);
        }
        for (double value = anchor; value > largest * SMALLEST_PART; value /= FACTOR) {
            addBoth(value, values);
        }
        return values.subSet(min, true, max, true).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static void addBoth(double value, Set<Double> values) {
        values.add(value);
        values.add(-value);
    }

    // Around nothing there is no factor, so the steps start from what is plausible.
    private static double anchor(Question question) {
        return question.spread() instanceof Distribution.Range range && range.high() > 0
                ? range.high()
                : question.max() / 1000;
    }
}
