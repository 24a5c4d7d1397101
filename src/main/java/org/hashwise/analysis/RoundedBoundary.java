package org.hashwise.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Verdict;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;

/** The boundary of an interval, rounded to the fewest digits that stay within it. */
final class RoundedBoundary {

    private static final int DIGITS = 12;

    private final DecisionRegions regions;
    private final Situation situation;
    private final int position;

    RoundedBoundary(DecisionRegions regions, Situation situation, int position) {
        this.regions = regions;
        this.situation = situation;
        this.position = position;
    }

    /** The rounded value at or just above the lower edge of a cell. */
    double above(double edge, Predicate<Verdict> fits) {
        return rounded(edge, RoundingMode.CEILING, fits);
    }

    /** The rounded value at or just below the upper edge of a cell. */
    double below(double edge, Predicate<Verdict> fits) {
        return rounded(edge, RoundingMode.FLOOR, fits);
    }

    /** The rounded value with the verdict of a cell that is nearest to another value. */
    double towards(double value, BreakpointScan.Cell cell) {
        double edge = cell.nearestTo(value);
        Predicate<Verdict> same = cell.verdict()::equals;
        return edge == value ? value : edge > value ? above(edge, same) : below(edge, same);
    }

    // The edge was narrowed down to a few units in the last place, so the very number that a rule names may lie a hair
    // outside: the nearest rounded number is tried before those that are surely inside.
    private double rounded(double edge, RoundingMode outwards, Predicate<Verdict> fits) {
        for (RoundingMode rounding : new RoundingMode[] {RoundingMode.HALF_EVEN, outwards}) {
            double value = BigDecimal.valueOf(edge)
                    .round(new MathContext(DIGITS, rounding))
                    .doubleValue();
            if (isAccepted(value) && fits.test(regions.verdict(situation.with(position, new Answer.Number(value))))) {
                return value;
            }
        }
        return edge;
    }

    private boolean isAccepted(double value) {
        Question question = situation.questionnaire().questions().get(position);
        return value >= question.min() && value <= question.max();
    }
}
