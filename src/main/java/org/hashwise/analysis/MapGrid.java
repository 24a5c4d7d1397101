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
        double[] steps = geometric(anchor, largest, largest * SMALLEST_PART);
        double[] values = Arrays.copyOf(steps, 2 * steps.length + EVEN_STEPS + 3);
        int count = steps.length;
        for (double step : steps) {
            values[count++] = -step;
        }
        for (int step = 0; step < EVEN_STEPS; step++) {
            values[count++] = min + (max - min) * step / EVEN_STEPS;
        }
        values[count++] = max;
        values[count++] = current;
        values[count] = 0;
        Arrays.sort(values);
        return distinct(values, min, max);
    }

    /** The values from one up to the largest and down to the smallest, by the factor. */
    private static double[] geometric(double from, double largest, double smallest) {
        int count = 0;
        for (double value = from; value < largest; value *= FACTOR) {
            count++;
        }
        for (double value = from; value > smallest; value /= FACTOR) {
            count++;
        }
        double[] steps = new double[count];
        for (double value = from; value < largest; value *= FACTOR) {
            steps[--count] = value;
        }
        for (double value = from; value > smallest; value /= FACTOR) {
            steps[--count] = value;
        }
        return steps;
    }

    private static double[] distinct(double[] ascending, double min, double max) {
        int count = 0;
        for (double value : ascending) {
            boolean another = count == 0 || Double.compare(value, ascending[count - 1]) != 0;
            if (another && value >= min && value <= max) {
                ascending[count++] = value;
            }
        }
        return Arrays.copyOf(ascending, count);
    }

    // Around nothing there is no factor, so the steps start from what is plausible.
    private static double anchor(Question question) {
        return question.spread() instanceof Distribution.Range range && range.high() > 0
                ? range.high()
                : question.max() / 1000;
    }
}
