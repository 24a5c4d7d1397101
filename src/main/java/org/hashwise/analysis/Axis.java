package org.hashwise.analysis;

/**
 * One side of a strategy map.
 *
 * @param id of a numeric question
 * @param from first value
 * @param to last value
 * @param steps number of values, ends included
 */
public record Axis(String id, double from, double to, int steps) {

    /** The value at a step, from 0; the ends are met exactly. */
    public double at(int step) {
        return steps == 1 || step == 0 ? from : step == steps - 1 ? to : from + (to - from) * step / (steps - 1);
    }
}
