package org.hashwise.advice;

/**
 * A comparison of two numbers by which a rule looks at a company. A rule can change its mind only where the gap of one
 * of its comparisons changes its sign, or where a value that is no number changes.
 */
@FunctionalInterface
public interface DecisionThreshold {

    /** The left side of the comparison minus its right side. */
    double gap(Situation situation);
}
