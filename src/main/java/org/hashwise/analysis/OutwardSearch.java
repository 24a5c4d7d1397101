package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Flip.Direction;
import org.hashwise.analysis.GapCurve.CurvePoint;
import org.hashwise.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/**
 * Search from the present value of one numeric question outwards, for the first value in each direction at which another strategy is
 * recommended. It looks at the values of a {@link MapGrid} as a {@link BreakpointScan} does, but only as far as it is asked to go, and
 * narrows only those places down at which the strategy changes. Not thread-safe.
 */
final class OutwardSearch {

    private static final int MOST_STEPS = 200;
    private static final int CLOSE_PARTS = 8;

    private final GapCurve curve;
    private final Strategy strategy;
    private final ReachableRange reach;
    private final Question question;
    private final double current;
    private double[] grid = {};
    private @Nullable CurvePoint[] points = {};
    private @Nullable List<CurvePoint>[] turns = noLists(0);
    private int present;
    private @Nullable Strategy stated;
    private final Map<Direction, Integer> reached = new EnumMap<>(Direction.class);

    /**
     * @param position of a numeric question that has a value
     * @param strategy what is recommended at the present value
     * @param reach beyond which nothing is looked for
     */
    OutwardSearch(DecisionRegions regions, Situation situation, int position, Strategy strategy, ReachableRange reach) {
        this.current = situation.numberAt(position);
        this.question = situation.questionnaire().questions().get(position);
        this.curve = GapCurve.ofDeciding(regions, situation, position);
        this.strategy = strategy;
        this.reach = reach;
    }

    /** Returns whether no comparison depends on the value, so that there is nothing to find. */
    boolean isIdle() {
        return curve.isConstant() && stated() == strategy;
    }

    private void prepare() {
        if (grid.length == 0) {
            grid = MapGrid.of(question, current);
            points = new CurvePoint[grid.length];
            turns = noLists(grid.length);
            present = Math.max(0, Arrays.binarySearch(grid, current));
        }
    }

    @SuppressWarnings("unchecked") // an array of a generic type
    private static @Nullable List<CurvePoint>[] noLists(int count) {
        return (List<CurvePoint>[]) new List<?>[count];
    }

    /** A value and the strategy that is recommended there. */
    record StrategyChange(double at, Strategy to) {}

    /**
     * The first change in a direction within a distance from the present value; it may lie a little beyond. Null when there is none. A
     * second call goes on where the last one in that direction ended without a change.
     *
     * @param distance in the unit of the question
     */
    @Nullable
    StrategyChange within(Direction direction, double distance) {
        Strategy stated = stated();
        boolean up = direction == Direction.UP;
        if (stated != strategy) {
            return up ? new StrategyChange(current, stated) : null;
        }
        prepare();
        int step = up ? 1 : -1;
        double farthest = up ? reach.high() - grid[present] : grid[present] - reach.low();
        int from = reached.getOrDefault(direction, present);
        StrategyChange change = null;
        while (change == null && from + step >= 0 && from + step < grid.length) {
            double gone = Math.abs(grid[from] - grid[present]);
            if (gone > distance || gone >= farthest) {
                break;
            }
            change = first(from, from + step);
            from += step;
        }
        reached.put(direction, from);
        return change;
    }

    // An assumed value that is stated as it is may change what is assumed of others, and so the advice.
    private Strategy stated() {
        Strategy known = stated;
        if (known == null) {
            known = curve.isPresent(current) ? strategy : curve.strategy(curve.at(current));
            stated = known;
        }
        return known;
    }

    private @Nullable StrategyChange first(int from, int to) {
        CurvePoint near = point(from);
        for (CurvePoint far : between(from, to)) {
            CurvePoint change = first(near, far, 0);
            if (change != null) {
                CurvePoint nearest = nearest(near, change);
                return new StrategyChange(nearest.value(), curve.strategy(nearest));
            }
            near = far;
        }
        return null;
    }

    // A gap may pass zero and come back between two values of the grid, which leaves no trace there. What lies before
    // a change is therefore looked at more closely.
    private CurvePoint nearest(CurvePoint near, CurvePoint change) {
        CurvePoint last = near;
        for (int part = 1; part < CLOSE_PARTS; part++) {
            CurvePoint next = curve.at(near.value() + (change.value() - near.value()) * part / CLOSE_PARTS);
            CurvePoint nearer = first(last, next, 0);
            if (nearer != null) {
                return nearer;
            }
            last = next;
        }
        return change;
    }

    /** The points at which gaps turn back between two neighbours of the grid, outwards, and the second neighbour. */
    private List<CurvePoint> between(int from, int to) {
        if (turns(from).isEmpty() && turns(to).isEmpty()) {
            return List.of(point(to));
        }
        List<CurvePoint> between = new ArrayList<>();
        double low = Math.min(grid[from], grid[to]);
        double high = Math.max(grid[from], grid[to]);
        for (int middle : new int[] {from, to}) {
            for (CurvePoint turn : turns(middle)) {
                if (turn.value() > low && turn.value() < high) {
                    between.add(turn);
                }
            }
        }
        between.add(point(to));
        Comparator<CurvePoint> upwards = Comparator.comparingDouble(CurvePoint::value);
        between.sort(to > from ? upwards : upwards.reversed());
        return between;
    }

    private List<CurvePoint> turns(int middle) {
        if (middle == 0 || middle == grid.length - 1) {
            return List.of();
        }
        List<CurvePoint> known = turns[middle];
        if (known == null) {
            known = curve.turns(point(middle - 1), point(middle), point(middle + 1));
            turns[middle] = known;
        }
        return known;
    }

    private CurvePoint point(int index) {
        CurvePoint known = points[index];
        if (known == null) {
            known = curve.at(grid[index]);
            points[index] = known;
        }
        return known;
    }

    /** The nearest point with another strategy between one that has the present strategy, and another that may have it; or null. */
    private @Nullable CurvePoint first(CurvePoint near, CurvePoint far, int depth) {
        int crossings = near.crossings(far);
        if (crossings == 0) {
            return null;
        }
        boolean upwards = near.value() < far.value();
        CurvePoint low = upwards ? near : far;
        CurvePoint high = upwards ? far : near;
        boolean narrow = curve.isNear(low.value(), high.value()) || depth > MOST_STEPS;
        // With one comparison between them, the verdict changes once.
        if ((narrow || crossings == 1) && curve.strategy(far) == strategy) {
            return null;
        }
        if (narrow) {
            return far;
        }
        CurvePoint middle = curve.at(curve.between(low, high, depth));
        CurvePoint nearer = first(near, middle, depth + 1);
        return nearer != null ? nearer : first(middle, far, depth + 1);
    }
}
