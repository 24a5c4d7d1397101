package org.hashwise.rulebook.content;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.hashwise.questionnaire.NumberNotation;

/**
 * The argument at which a function has a given value, as the goal seek of a spreadsheet finds it: the first sign change along a
 * geometric grid from the lower end of the range, narrowed by the secant method with bisection. Deterministic: the same function and
 * range give the same argument to the last bit.
 */
public final class GoalSeek {

    /** The grid begins at this power of 4 of the range, and each step is 4 times as far from the lower end as the one before. */
    private static final int SMALLEST_POWER = -20;

    private static final int ITERATIONS = 200;

    /** Of three iterations one halves the interval, so that it shrinks whatever the shape of the function. */
    private static final int HALVING = 3;

    /** The distance from the zero of the secant that is tried, in units of the last place. */
    private static final int NUDGE = 2;

    /** Significant digits of the decimal numbers that are preferred to a double with more of them. */
    private static final List<Integer> DIGITS = List.of(12, 15, 14, 13);

    /** The value counts as reached when it differs by less than this part of itself, or of 1 if that is more. */
    private static final double TOLERANCE = 1e-9;

    private final DoubleUnaryOperator function;
    private final double min;
    private final double max;

    GoalSeek(DoubleUnaryOperator function, double min, double max) {
        this.function = function;
        this.min = min;
        this.max = max;
    }

    /**
     * The result of a search.
     *
     * @param argument empty when the function does not take the value
     * @param least smallest value that was met
     * @param greatest largest value that was met
     */
    public record Result(OptionalDouble argument, double least, double greatest) {}

    /**
     * The smallest argument with this value that the grid shows. Where no argument has the value exactly, it is the one with which the
     * function is as little above it as numbers allow.
     */
    Result of(double value) {
        DoubleUnaryOperator miss = x -> function.applyAsDouble(x) - value;
        double last = min;
        double lastMiss = miss.applyAsDouble(min);
        double least = lastMiss;
        double greatest = lastMiss;
        OptionalDouble found = lastMiss == 0 ? OptionalDouble.of(min) : OptionalDouble.empty();
        for (int power = SMALLEST_POWER; power <= 0 && found.isEmpty(); power++) {
            double argument = power == 0 ? max : min + Math.scalb(max - min, 2 * power);
            double argumentMiss = miss.applyAsDouble(argument);
            least = Math.min(least, argumentMiss);
            greatest = Math.max(greatest, argumentMiss);
            if (argumentMiss == 0) {
                found = OptionalDouble.of(argument);
            } else if (Math.signum(argumentMiss) != Math.signum(lastMiss)) {
                double crossing = crossing(miss, last, lastMiss, argument, argumentMiss);
                boolean reached = Math.abs(miss.applyAsDouble(crossing)) <= TOLERANCE * Math.max(1, Math.abs(value));
                found = reached ? OptionalDouble.of(crossing) : found; // else the function jumps over the value
            }
            last = argument;
            lastMiss = argumentMiss;
        }
        return new Result(found, least + value, greatest + value);
    }

    private double crossing(DoubleUnaryOperator miss, double from, double fromMiss, double to, double toMiss) {
        double low = from;
        double lowMiss = fromMiss;
        double high = to;
        double highMiss = toMiss;
        for (int i = 1; i <= ITERATIONS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            // Slightly below and above the zero of the secant in turn, so that both ends of the interval converge.
            double secant = high - highMiss * ((high - low) / (highMiss - lowMiss));
            double beside = secant + (i % 2 == 0 ? NUDGE : -NUDGE) * Math.ulp(secant);
            double tried = i % HALVING == 0 || !(beside > low && beside < high) ? middle : beside;
            double triedMiss = miss.applyAsDouble(tried);
            if (triedMiss == 0) {
                return shortest(miss, tried);
            }
            if (Math.signum(triedMiss) == Math.signum(lowMiss)) {
                low = tried;
                lowMiss = triedMiss;
            } else {
                high = tried;
                highMiss = triedMiss;
            }
        }
        return shortest(miss, highMiss > 0 ? high : low); // neighbours, of which one is above the value
    }

    private double shortest(DoubleUnaryOperator miss, double argument) {
        for (int digits : DIGITS) {
            double rounded = NumberNotation.rounded(argument, digits);
            if (rounded >= min && rounded <= max && miss.applyAsDouble(rounded) == 0) {
                return rounded;
            }
        }
        return argument;
    }
}
