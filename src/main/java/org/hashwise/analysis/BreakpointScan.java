package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Verdict;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;

/**
 * Partition of the range of one numeric question into intervals with one verdict each. The gaps of all comparisons are
 * looked at on a {@link MapGrid}; where one changes its sign between two values, or turns back just before it would,
 * the place is narrowed down until nothing lies between.
 */
final class BreakpointScan {

    /** Two values that are nearer than this, relative to themselves, are taken for neighbours. */
    private static final double NEAR = 1e-13;

    private static final double NEAR_PART_OF_RANGE = 1e-16;
    private static final double PERCENT = 100;
    private static final int MOST_STEPS = 200;

    private final DecisionRegions cells;
    private final Situation situation;
    private final int position;
    private final double nearest;
    private final List<Cell> found = new ArrayList<>();

    private BreakpointScan(DecisionRegions cells, Situation situation, int position, Question question) {
        this.cells = cells;
        this.situation = situation;
        this.position = position;
        this.nearest = (question.max() - question.min()) * NEAR_PART_OF_RANGE;
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
    static List<Cell> of(DecisionRegions cells, Situation situation, int position) {
        return of(cells, situation, position, Double.POSITIVE_INFINITY);
    }

    /**
     * The same for values near the present one. Cells there are those of the whole range, but the first and the last may be
     * shorter.
     *
     * @param within percent of the present value
     */
    static List<Cell> of(DecisionRegions cells, Situation situation, int position, double within) {
        Question question = situation.questionnaire().questions().get(position);
        BreakpointScan scan = new BreakpointScan(cells, situation, position, question);
        double current = situation.numberAt(position);
        double[] grid = MapGrid.of(question, current);
        scan.run(within < Double.POSITIVE_INFINITY ? near(grid, current, Math.abs(current) * within / PERCENT) : grid);
        return scan.found;
    }

    // With two values on either side, between which a curve may turn back.
    private static double[] near(double[] grid, double current, double distance) {
        int first = 0;
        while (first < grid.length && grid[first] < current - distance) {
            first++;
        }
        int last = grid.length - 1;
        while (last >= 0 && grid[last] > current + distance) {
            last--;
        }
        return Arrays.copyOfRange(grid, Math.max(0, first - 2), Math.min(grid.length, last + 3));
    }

    /** The gaps at one value. */
    private record Point(double value, Situation situation, double[] gaps) {
        boolean isLike(Point other) {
            for (int i = 0; i < gaps.length; i++) {
                if (DecisionRegions.sign(gaps[i]) != DecisionRegions.sign(other.gaps[i])) {
                    return false;
                }
            }
            return true;
        }

        double gap(int breakPoint) {
            return gaps[breakPoint];
        }
    }

    private Point at(double value) {
        Situation changed = situation.with(position, new Answer.Number(value));
        return new Point(value, changed, cells.gaps(changed));
    }

    private void run(double[] grid) {
        List<Point> points = new ArrayList<>();
        for (double value : grid) {
            points.add(at(value));
        }
        addTurns(points);
        Point start = points.get(0);
        for (int i = 1; i < points.size(); i++) {
            start = split(start, points.get(i - 1), points.get(i), 0);
        }
        close(start, points.get(points.size() - 1));
    }

    /**
     * Cuts between two points, whose cell began at the start; gives the start of the cell to which the second
     * belongs.
     */
    private Point split(Point start, Point low, Point high, int depth) {
        if (low.isLike(high)) {
            return start;
        }
        if (isNear(low.value(), high.value()) || depth > MOST_STEPS) {
            close(start, low);
            return high;
        }
        Point middle = at(between(low, high, depth));
        Point next = split(start, low, middle, depth + 1);
        return split(next, middle, high, depth + 1);
    }

    private boolean isNear(double low, double high) {
        return high - low <= Math.max(nearest, NEAR * Math.max(Math.abs(low), Math.abs(high)))
                || Math.nextUp(low) >= high;
    }

    // Every third step halves, so that a curve which misleads the straight line costs time and not the result.
    private double between(Point low, Point high, int depth) {
        double halfway = low.value() + (high.value() - low.value()) / 2;
        if (depth % 3 == 2) {
            return halfway;
        }
        int crossing = firstCrossing(low, high);
        double a = low.gap(crossing);
        double b = high.gap(crossing);
        double width = high.value() - low.value();
        double margin = Math.max(nearest, NEAR * Math.max(Math.abs(low.value()), Math.abs(high.value()))) / 2;
        double guess =
                a == 0 ? low.value() + margin : b == 0 ? high.value() - margin : low.value() + width * (a / (a - b));
        // The guess is moved by a trifle, alternately up and down, so that both sides close in on the place.
        double moved = guess + (depth % 3 == 0 ? margin : -margin) * 0.9;
        return moved > low.value() && moved < high.value() ? moved : halfway;
    }

    private static int firstCrossing(Point low, Point high) {
        for (int i = 0; i < low.gaps().length; i++) {
            if (DecisionRegions.sign(low.gap(i)) != DecisionRegions.sign(high.gap(i))) {
                return i;
            }
        }
        throw new IllegalArgumentException();
    }

    private void close(Point from, Point to) {
        found.add(new Cell(from.value(), to.value(), cells.verdict(from.situation(), from.gaps())));
    }

    // A gap that comes near zero between two grid values and turns back leaves no trace at the grid values themselves.
    private void addTurns(List<Point> points) {
        List<Point> extra = new ArrayList<>();
        for (int i = 1; i + 1 < points.size(); i++) {
            for (int breakPoint = 0; breakPoint < points.get(i).gaps().length; breakPoint++) {
                if (mayTouch(points.get(i - 1), points.get(i), points.get(i + 1), breakPoint)) {
                    lowest(points.get(i - 1), points.get(i), points.get(i + 1), breakPoint, extra);
                }
            }
        }
        points.addAll(extra);
        points.sort((one, other) -> Double.compare(one.value(), other.value()));
    }

    private static boolean mayTouch(Point left, Point middle, Point right, int breakPoint) {
        int sign = DecisionRegions.sign(middle.gap(breakPoint));
        double l = left.gap(breakPoint) * sign;
        double m = middle.gap(breakPoint) * sign;
        double r = right.gap(breakPoint) * sign;
        return (sign == 1 || sign == -1) && l > m && r > m && m < Math.max(l - m, r - m);
    }

    // A search by thirds for the lowest place; it ends as soon as the sign has changed.
    private void lowest(Point left, Point middle, Point right, int breakPoint, List<Point> extra) {
        double from = left.value();
        double to = right.value();
        int sign = DecisionRegions.sign(middle.gap(breakPoint));
        for (int step = 0; step < 40 && !isNear(from, to); step++) {
            Point one = at(from + (to - from) / 3);
            Point other = at(to - (to - from) / 3);
            if (DecisionRegions.sign(one.gap(breakPoint)) != sign
                    || DecisionRegions.sign(other.gap(breakPoint)) != sign) {
                extra.add(one);
                extra.add(other);
                return;
            }
            if (one.gap(breakPoint) * sign < other.gap(breakPoint) * sign) {
                to = other.value();
            } else {
                from = one.value();
            }
        }
    }
}
