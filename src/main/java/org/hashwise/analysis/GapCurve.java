package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.advice.AnswerVariation;
import org.hashwise.advice.DecisionThreshold;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;

/**
 * The gaps of the comparisons that depend on the value of one numeric question, as functions of it, for a company that is
 * otherwise as it is. Where a gap changes its sign the verdict may change.
 */
final class GapCurve {

    /** Two values that are nearer than this, relative to themselves, are taken for neighbours. */
    private static final double NEAR = 1e-13;

    private static final double NEAR_PART_OF_RANGE = 1e-16;
    private static final int MOST_TURN_STEPS = 40;

    private final DecisionRegions regions;
    private final Situation situation;
    private final int position;
    private final double nearest;
    private final AnswerVariation variation;
    private final DecisionThreshold[] thresholds;

    private GapCurve(
            DecisionRegions regions,
            Situation situation,
            int position,
            AnswerVariation variation,
            DecisionThreshold[] thresholds) {
        Question question = situation.questionnaire().questions().get(position);
        this.regions = regions;
        this.situation = situation;
        this.position = position;
        this.thresholds = thresholds;
        this.variation = variation.only(thresholds);
        this.nearest = (question.max() - question.min()) * NEAR_PART_OF_RANGE;
    }

    /**
     * All gaps that depend on the value, also those that matter only together with another answer.
     *
     * @param position of a numeric question that has a value
     */
    static GapCurve ofAll(DecisionRegions regions, Situation situation, int position) {
        AnswerVariation variation = situation.variation(position);
        return new GapCurve(regions, situation, position, variation, regions.thresholds(variation));
    }

    /**
     * The gaps that can change the verdict as long as all other answers stay.
     *
     * @param position of a numeric question that has a value
     */
    static GapCurve ofDeciding(DecisionRegions regions, Situation situation, int position) {
        AnswerVariation variation = situation.variation(position);
        return new GapCurve(regions, situation, position, variation, regions.decidingThresholds(situation, variation));
    }

    /** The gaps at one value. */
    record CurvePoint(double value, Situation situation, double[] gaps) {

        /** Returns whether all gaps have the sign that they have at another point, so that the verdict is the same. */
        boolean isLike(CurvePoint other) {
            return crossings(other) == 0;
        }

        /** The number of gaps whose sign differs from that at another point; equal or opposite ones count once. */
        int crossings(CurvePoint other) {
            int crossings = 0;
            for (int i = 0; i < gaps.length; i++) {
                if (crosses(i, other) && !isAnother(i, other)) {
                    crossings++;
                }
            }
            return crossings;
        }

        private boolean crosses(int threshold, CurvePoint other) {
            return DecisionRegions.sign(gaps[threshold]) != DecisionRegions.sign(other.gaps[threshold]);
        }

        /** Returns whether a gap before it has the same size at both points. */
        private boolean isAnother(int threshold, CurvePoint other) {
            for (int i = 0; i < threshold; i++) {
                if (Math.abs(gaps[i]) == Math.abs(gaps[threshold])
                        && Math.abs(other.gaps[i]) == Math.abs(other.gaps[threshold])
                        && crosses(i, other)) {
                    return true;
                }
            }
            return false;
        }

        private int firstCrossing(CurvePoint other) {
            for (int i = 0; i < gaps.length; i++) {
                if (crosses(i, other)) {
                    return i;
                }
            }
            throw new IllegalArgumentException();
        }

        private double gap(int threshold) {
            return gaps[threshold];
        }
    }

    /** Returns whether no comparison depends on the value. */
    boolean isConstant() {
        return thresholds.length == 0;
    }

    CurvePoint at(double value) {
        Situation changed = isPresent(value) ? situation : variation.with(new Answer.Number(value));
        return new CurvePoint(value, changed, DecisionRegions.gaps(changed, thresholds));
    }

    /** Returns whether the company stays as it is with a value. */
    boolean isPresent(double value) {
        return variation.isSameWhenStated() && situation.numberAt(position) == value;
    }

    Verdict verdict(CurvePoint point) {
        return regions.verdict(point.situation());
    }

    Strategy strategy(CurvePoint point) {
        return regions.strategy(point.situation());
    }

    /** Returns whether nothing lies between two values. */
    boolean isNear(double low, double high) {
        return high - low <= margin(low, high) || Math.nextUp(low) >= high;
    }

    private double margin(double low, double high) {
        return Math.max(nearest, NEAR * Math.max(Math.abs(low), Math.abs(high)));
    }

    /**
     * A value between two unlike points, near the place where the first of their gaps changes its sign. Every third step halves, so
     * that a curve which misleads the straight line costs time and not the result.
     *
     * @param depth the number of steps that led to these points
     */
    double between(CurvePoint low, CurvePoint high, int depth) {
        double halfway = low.value() + (high.value() - low.value()) / 2;
        if (depth % 3 == 2) {
            return halfway;
        }
        int crossing = low.firstCrossing(high);
        double a = low.gap(crossing);
        double b = high.gap(crossing);
        double width = high.value() - low.value();
        double margin = margin(low.value(), high.value()) / 2;
        double guess =
                a == 0 ? low.value() + margin : b == 0 ? high.value() - margin : low.value() + width * (a / (a - b));
        // The guess is moved by a trifle, alternately up and down, so that both sides close in on the place.
        double moved = guess + (depth % 3 == 0 ? margin : -margin) * 0.9;
        return moved > low.value() && moved < high.value() ? moved : halfway;
    }

    /**
     * The points at which a gap has another sign than at three successive ones: it comes near zero between them and turns back, so that
     * it leaves no trace at the three themselves. Mostly empty.
     */
    List<CurvePoint> turns(CurvePoint left, CurvePoint middle, CurvePoint right) {
        List<CurvePoint> turns = new ArrayList<>();
        for (int threshold = 0; threshold < middle.gaps().length; threshold++) {
            if (mayTouch(left, middle, right, threshold)) {
                addLowest(left, middle, right, threshold, turns);
            }
        }
        return turns;
    }

    private static boolean mayTouch(CurvePoint left, CurvePoint middle, CurvePoint right, int threshold) {
        int sign = DecisionRegions.sign(middle.gap(threshold));
        double l = left.gap(threshold) * sign;
        double m = middle.gap(threshold) * sign;
        double r = right.gap(threshold) * sign;
        return (sign == 1 || sign == -1) && l > m && r > m && m < Math.max(l - m, r - m);
    }

    // A search by thirds for the lowest place; it ends as soon as the sign has changed.
    private void addLowest(
            CurvePoint left, CurvePoint middle, CurvePoint right, int threshold, List<CurvePoint> turns) {
        double from = left.value();
        double to = right.value();
        int sign = DecisionRegions.sign(middle.gap(threshold));
        for (int step = 0; step < MOST_TURN_STEPS && !isNear(from, to); step++) {
            CurvePoint one = at(from + (to - from) / 3);
            CurvePoint other = at(to - (to - from) / 3);
            if (DecisionRegions.sign(one.gap(threshold)) != sign
                    || DecisionRegions.sign(other.gap(threshold)) != sign) {
                turns.add(one);
                turns.add(other);
                return;
            }
            if (one.gap(threshold) * sign < other.gap(threshold) * sign) {
                to = other.value();
            } else {
                from = one.value();
            }
        }
    }
}
