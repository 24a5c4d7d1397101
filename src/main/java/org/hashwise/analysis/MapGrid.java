package org.hashwise.analysis;

import java.util.Arrays;
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
        double min = question.min();
        double max = question.max();
        double largest = Math.max(Math.abs(min), Math.abs(max));
        double anchor = current == 0 ? anchor(question) : Math.abs(current);
        double[] above = geometric(anchor, largest, largest * SMALLEST_PART);
        double[] below = min < 0 ? mirrored(above) : new double[0];
        double[] even = new double[EVEN_STEPS + 1];
        for (int step = 0; step < EVEN_STEPS; step++) {
            even[step] = min + (max - min) * step / EVEN_STEPS;
        }
        even[EVEN_STEPS] = max;
        double[] values = {};
        for (double[] some : new double[][] {below, {0}, above, {current}, even}) {
            values = merged(values, some, min, max);
        }
        return values;
    }

    /** Ascending: the values from one up to the largest and down to the smallest, by the factor. */
    private static double[] geometric(double from, double largest, double smallest) {
        int below = 0;
        for (double value = from / FACTOR; value > smallest; value /= FACTOR) {
            below++;
        }
        int count = below;
        for (double value = from; value < largest; value *= FACTOR) {
            count++;
        }
        double[] steps = new double[count];
        int place = below;
        for (double value = from / FACTOR; value > smallest; value /= FACTOR) {
            steps[--place] = value;
        }
        for (double value = from; value < largest; value *= FACTOR) {
            steps[below++] = value;
        }
        return steps;
    }

    private static double[] mirrored(double[] ascending) {
        double[] mirrored = new double[ascending.length];
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = -ascending[ascending.length - 1 - i];
        }
        return mirrored;
    }

    /** Two ascending series as one, without what occurs twice or lies outside of a range. */
    private static double[] merged(double[] one, double[] other, double min, double max) {
        double[] merged = new double[one.length + other.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < one.length || j < other.length) {
            double value = j == other.length || (i < one.length && one[i] <= other[j]) ? one[i++] : other[j++];
            if (value >= min && value <= max && (count == 0 || value != merged[count - 1])) {
                merged[count++] = value;
            }
        }
        return Arrays.copyOf(merged, count);
    }

    // Around nothing there is no factor, so the steps start from what is plausible.
    private static double anchor(Question question) {
        return question.spread() instanceof Distribution.Range range && range.high() > 0
                ? range.high()
                : question.max() / 1000;
    }
}
