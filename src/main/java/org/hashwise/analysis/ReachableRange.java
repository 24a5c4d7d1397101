package org.hashwise.analysis;

import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Moves;
import org.hashwise.questionnaire.Moves.Only;
import org.hashwise.questionnaire.Question;

/**
 * The range of a numeric question outside of which no party can bring its value, nor may an assumed value plausibly turn out to lie.
 * Not every value within it can be reached.
 */
record ReachableRange(double low, double high) {

    // What is excluded is told by the reach itself; this only must not cut a value off by rounding.
    private static final double ROUNDING = 1e-9;

    /**
     * @param current the present value
     * @param assumed whether that value is an assumption
     */
    static ReachableRange of(Question question, double current, boolean assumed) {
        double low = current;
        double high = current;
        for (Moves.Reach reach : question.moves().reach().values()) {
            if (reach instanceof Moves.Bounds bounds) {
                low = Math.min(low, bounds.only() == Only.UP ? low : bounds.low());
                high = Math.max(high, bounds.only() == Only.DOWN ? high : bounds.high());
            } else if (reach instanceof Moves.Multiples multiples) {
                low = Math.min(low, Math.min(multiples.low() * current, multiples.high() * current));
                high = Math.max(high, Math.max(multiples.low() * current, multiples.high() * current));
            } else if (reach instanceof Moves.Anything) {
                return new ReachableRange(question.min(), question.max());
            }
        }
        if (assumed && question.spread() instanceof Distribution.Range range) {
            low = Math.min(low, range.low());
            high = Math.max(high, range.high());
        } else if (assumed && question.spread() instanceof Distribution.Factor factor) {
            low = Math.min(low, Math.min(factor.low() * current, factor.high() * current));
            high = Math.max(high, Math.max(factor.low() * current, factor.high() * current));
        }
        return new ReachableRange(
                low == current ? low : low - Math.abs(low) * ROUNDING,
                high == current ? high : high + Math.abs(high) * ROUNDING);
    }
}
