package org.hashwise.screening;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetCell.CellType;
import org.jspecify.annotations.Nullable;

/** The summary of a screening as rows of a name and a value; the names are those of the summary as JSON. */
final class SummaryRows {

    private final List<List<SheetCell>> rows = new ArrayList<>();

    private SummaryRows() {}

    static List<List<SheetCell>> of(ScreeningSummary summary) {
        SummaryRows all = new SummaryRows();
        all.rows.add(List.of(SheetCell.text("summary"), SheetCell.text("value")));
        all.add("rows", summary.rows());
        all.add("advised", summary.advised());
        all.add("refused", summary.refused());
        all.add("seconds", summary.seconds());
        all.add("edition", summary.edition());
        all.add("market", summary.market());
        ScreeningSummary.Statistics statistics = summary.statistics();
        statistics.byStrategy().forEach((strategy, companies) -> all.add("byStrategy." + strategy, companies));
        ScreeningSummary.FlipDistances flips = statistics.flips();
        if (flips != null) {
            all.add("flips.companies", flips.companies());
            all.add("flips.within5Percent", flips.within5Percent());
            all.add("flips.p10Percent", flips.p10Percent());
            all.add("flips.p50Percent", flips.p50Percent());
            flips.nearest().forEach(near -> all.add("flips.nearest.line" + near.line(), near.distancePercent()));
        }
        statistics
                .blockers()
                .forEach(
                        blocker -> all.add("blockers." + blocker.rule() + "." + blocker.blocks(), blocker.companies()));
        ScreeningSummary.OverlaySummary overlay = summary.overlay();
        if (overlay != null) {
            all.add("overlay.edition", overlay.edition());
            all.add("overlay.flips", overlay.flips());
            overlay.byStrategy().forEach((strategy, companies) -> all.add("overlay.byStrategy." + strategy, companies));
        }
        if (summary.views() != null) {
            summary.views().forEach(view -> {
                all.add("views." + view.view() + ".agrees", view.agrees());
                all.add("views." + view.view() + ".dissents", view.dissents());
            });
        }
        return all.rows;
    }

    private void add(String name, @Nullable Object value) {
        SheetCell cell = value instanceof Number number
                ? new SheetCell(NumberNotation.plain(number.doubleValue()), CellType.NUMBER)
                : SheetCell.text(value == null ? "" : value.toString());
        rows.add(List.of(SheetCell.text(name), cell));
    }
}
