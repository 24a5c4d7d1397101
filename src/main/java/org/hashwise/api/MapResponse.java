package org.hashwise.api;

import java.util.List;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.StrategyMap;
import org.hashwise.consultation.Plain;

/**
 * A strategy map as JSON.
 *
 * @param cells one row for each step of y, each with one cell for each step of x
 */
record MapResponse(AxisItem x, AxisItem y, List<List<CellItem>> cells) {

    static MapResponse of(StrategyMap map) {
        return new MapResponse(
                AxisItem.of(map.x()),
                AxisItem.of(map.y()),
                map.rows().stream()
                        .map(row -> row.stream().map(CellItem::of).toList())
                        .toList());
    }

    record AxisItem(String id, Number from, Number to, int steps) {
        static AxisItem of(Axis axis) {
            return new AxisItem(axis.id(), Plain.number(axis.from()), Plain.number(axis.to()), axis.steps());
        }
    }

    record CellItem(Strategy strategy, Number margin) {
        static CellItem of(StrategyMap.Cell cell) {
            return new CellItem(cell.strategy(), Plain.number(cell.margin()));
        }
    }
}
