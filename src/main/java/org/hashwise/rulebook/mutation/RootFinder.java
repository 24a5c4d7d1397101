package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.DoubleUnaryOperator;

/** Root finder: where a figure crosses a border, by bisection. */
final class RootFinder {

    private static final int HALVINGS = 200;

    private RootFinder() {}

    /**
     * The arguments at which a function crosses 0, as exactly as numbers allow: on both sides of the crossing.
     *
     * @param arguments between which crossings are looked for, ascending
     */
    static List<Double> of(DoubleUnaryOperator function, SortedSet<Double> arguments) {
        List<Double> roots = new ArrayList<>();
        double last = Double.NaN;
        double lastValue = Double.NaN;
        for (double argument : arguments) {
            double value = function.applyAsDouble(argument);
            if (Math.signum(value) * Math.signum(lastValue) < 0) {
                halve(function, last, lastValue, argument, roots);
            }
            last = argument;
            lastValue = value;
        }
        return roots;
    }

    private static void halve(
            DoubleUnaryOperator function, double from, double fromValue, double to, List<Double> roots) {
        double left = from;
        double right = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = left + (right - left) / 2;
            if (middle <= left || middle >= right) {
                break;
            }
            double value = function.applyAsDouble(middle);
            if (value == 0) {
                roots.add(middle);
                return;
            }
            if (Math.signum(value) == Math.signum(fromValue)) {
                left = middle;
            } else {
                right = middle;
            }
        }
        roots.add(left);
        roots.add(right);
    }
}
