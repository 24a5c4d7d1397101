package org.hashwise.advice;

/**
 * A comparison of two numbers by which a rule looks at a company. A rule can change its mind only where the gap of one
 * of its comparisons changes its sign, or where a value that is no number changes.
 */
@FunctionalInterface
public interface DecisionThreshold {

    /** What stands on the left of the comparison less what stands on its right. */
    double gap(Situation situation);
}
