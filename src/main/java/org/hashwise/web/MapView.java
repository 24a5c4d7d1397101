package org.hashwise.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.StrategyMap;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Question;

/**
 * The strategy map as a table around the company's own position.
 *
 * @param x id of the question across
 * @param y id of the question down; its largest value is on top
 * @param columns values of x, ascending
 * @param shown the strategies that occur
 * @param choices ids of the questions that an axis can have
 */
record MapView(String x, String y, List<Tick> columns, List<MapRow> rows, List<Strategy> shown, List<String> choices) {

    static final int COLUMNS = 11;
    static final int ROWS = 9;

    private static final double STEP = 0.15;
    private static final double ANYWHERE = 1000;

    /**
     * A value along an axis.
     *
     * @param own whether it is the company's own value
     * @param largest the largest absolute value of the axis, whose labels all have one scale
     */
    record Tick(double value, boolean own, double largest) {}

    record MapRow(Tick tick, List<MapCell> cells) {}

    record MapCell(Strategy strategy, boolean own) {}

    /** An axis with the company's own value exactly on one of its steps, in the middle where the range allows it. */
    static Axis axis(Situation situation, String id, int steps) {
        Question question = situation.questionnaire().question(id).orElseThrow();
        double own = situation.number(id);
        double step = own == 0 ? fromNothing(question, steps) : Math.abs(own) * STEP;
        step = Math.min(step, (question.max() - question.min()) / (steps - 1));
        long below = Math.min(steps / 2, (long) Math.floor((own - question.min()) / step));
        long above = Math.min(steps - 1 - below, (long) Math.floor((question.max() - own) / step));
        below = steps - 1 - above;
        return new Axis(id, Math.max(question.min(), own - below * step), own + above * step, steps);
    }

    private static double fromNothing(Question question, int steps) {
        double high = question.spread() instanceof Distribution.Range range && range.high() > 0
                ? range.high()
                : question.max() / ANYWHERE;
        return high / (steps - 1);
    }

    /** The questions that can be an axis: numbers that have a value. */
    static List<String> choices(Situation situation) {
        return situation.questionnaire().questions().stream()
                .filter(question -> question.kind().isNumeric())
                .map(Question::id)
                .filter(id -> !Double.isNaN(situation.number(id)))
                .toList();
    }

    static MapView of(StrategyMap map, Situation situation) {
        List<Tick> columns = ticks(map.x(), situation);
        List<Tick> ticks = ticks(map.y(), situation);
        List<MapRow> rows = new ArrayList<>();
        for (int step = map.rows().size() - 1; step >= 0; step--) {
            List<StrategyMap.Cell> cells = map.rows().get(step);
            List<MapCell> row = new ArrayList<>();
            for (int column = 0; column < cells.size(); column++) {
                boolean own = ticks.get(step).own() && columns.get(column).own();
                row.add(new MapCell(cells.get(column).strategy(), own));
            }
            rows.add(new MapRow(ticks.get(step), row));
        }
        List<Strategy> shown = Arrays.stream(Strategy.values())
                .filter(strategy -> rows.stream()
                        .flatMap(row -> row.cells().stream())
                        .anyMatch(cell -> cell.strategy() == strategy))
                .toList();
        return new MapView(map.x().id(), map.y().id(), columns, rows, shown, choices(situation));
    }

    private static List<Tick> ticks(Axis axis, Situation situation) {
        double own = situation.number(axis.id());
        int nearest = 0;
        for (int step = 1; step < axis.steps(); step++) {
            if (Math.abs(axis.at(step) - own) < Math.abs(axis.at(nearest) - own)) {
                nearest = step;
            }
        }
        double largest = Math.max(Math.abs(axis.from()), Math.abs(axis.to()));
        List<Tick> ticks = new ArrayList<>();
        for (int step = 0; step < axis.steps(); step++) {
            ticks.add(new Tick(axis.at(step), step == nearest, largest));
        }
        return ticks;
    }
}
