package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Verdict;
import org.hashwise.analysis.GapCurve.CurvePoint;
import org.hashwise.questionnaire.Question;

/**
 * Partition of the range of one numeric question into intervals with one verdict each. The gaps of all comparisons are
 * looked at on a {@link MapGrid}; where one changes its sign between two values, or turns back just before it would,
 * the place is narrowed down until nothing lies between.
 */
final class BreakpointScan {

    private static final int MOST_STEPS = 200;

    private final GapCurve curve;
    private final List<Cell> found = new ArrayList<>();

    private BreakpointScan(GapCurve curve) {
        this.curve = curve;
    }

    /** Values from one to another, both included, that all get the same verdict. */
    record Cell(double from, double to, Verdict verdict) {
        boolean holds(double value) {
            return value >= from && value <= to;
        }

        /** The value of this cell that is nearest to another. */
        double nearestTo(double value) {
            return Math.max(from, Math.min(to, value));
        }
    }

    /**
     * The cells of a question from its smallest to its largest accepted value, for a company that is otherwise as it
     * is.
     *
     * @param position of a numeric question that has a value
     */
    static List<Cell> of(DecisionRegions regions, Situation situation, int position) {
        Question question = situation.questionnaire().questions().get(position);
        BreakpointScan scan = new BreakpointScan(GapCurve.ofAll(regions, situation, position));
        scan.run(MapGrid.of(question, situation.numberAt(position)));
        return scan.found;
    }

    private void run(double[] grid) {
        List<CurvePoint> points = new ArrayList<>();
        for (double value : grid) {
            points.add(curve.at(value));
        }
        List<CurvePoint> turns = new ArrayList<>();
        for (int i = 1; i + 1 < points.size(); i++) {
            turns.addAll(curve.turns(points.get(i - 1), points.get(i), points.get(i + 1)));
        }
        points.addAll(turns);
        points.sort(Comparator.comparingDouble(CurvePoint::value));
        CurvePoint start = points.get(0);
        for (int i = 1; i < points.size(); i++) {
            start = split(start, points.get(i - 1), points.get(i), 0);
        }
        close(start, points.get(points.size() - 1));
    }

    /**
     * Cuts between two points, whose cell began at the start; gives the start of the cell to which the second
     * belongs.
     */
    private CurvePoint split(CurvePoint start, CurvePoint low, CurvePoint high, int depth) {
        if (low.isLike(high)) {
            return start;
        }
        if (curve.isNear(low.value(), high.value()) || depth > MOST_STEPS) {
            close(start, low);
            return high;
        }
        CurvePoint middle = curve.at(curve.between(low, high, depth));
        CurvePoint next = split(start, low, middle, depth + 1);
        return split(next, middle, high, depth + 1);
    }

    private void close(CurvePoint from, CurvePoint to) {
        found.add(new Cell(from.value(), to.value(), curve.verdict(from)));
    }
}
