package org.hashwise.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.hashwise.consultation.AdviceDocument.CalendarItem;
import org.hashwise.consultation.AdviceDocument.MonthItem;
import org.hashwise.text.PageText;
import org.jspecify.annotations.Nullable;

/**
 * The liquidity calendar as a table: every third month, and those in which debt falls due, with the flows since the row
 * before, all amounts in one unit. What is shown adds up: mining takes the difference that rounding leaves.
 *
 * @param unit key of the message that names the unit
 * @param building whether any row has money for a building, or rent
 */
public record MonthsTable(String unit, List<MonthRow> rows, boolean building) {

    private static final int QUARTER = 3;

    public MonthsTable {
        rows = List.copyOf(rows);
    }

    /** The months up to one; amounts as readers of the language write them. */
    public record MonthRow(
            String month, String mining, String debt, String building, String closing, String stressed) {}

    /** @param calendar null in editions without a liquidity calendar, which have no rows */
    static MonthsTable of(@Nullable CalendarItem calendar, PageText texts) {
        if (calendar == null) {
            return new MonthsTable("memo.annex.unit.one", List.of(), false);
        }
        MoneyScale scale = MoneyScale.of(
                calendar.months().stream()
                        .flatMapToDouble(month -> DoubleStream.of(
                                month.closingUsd().doubleValue(),
                                month.stressedClosingUsd().doubleValue())),
                texts);
        List<MonthRow> rows = new ArrayList<>();
        List<MonthItem> since = new ArrayList<>();
        boolean building = false;
        double before = 0;
        for (MonthItem month : calendar.months()) {
            since.add(month);
            if (month.month() % QUARTER == 0 || month.debtDueUsd().doubleValue() != 0) {
                double debt = scale.rounded(sum(since, MonthItem::debtDueUsd));
                double built = scale.rounded(sum(since, MonthItem::ownShareUsd) + sum(since, MonthItem::rentUsd));
                double closing = scale.rounded(month.closingUsd());
                rows.add(new MonthRow(
                        texts.number(month.month()),
                        scale.of(rows.isEmpty() ? sum(since, MonthItem::miningUsd) : closing - before - debt - built),
                        scale.of(debt),
                        scale.of(built),
                        scale.of(closing),
                        scale.of(month.stressedClosingUsd())));
                building |= built != 0;
                before = closing;
                since.clear();
            }
        }
        return new MonthsTable(scale.unit(), rows, building);
    }

    private static double sum(List<MonthItem> months, Function<MonthItem, Number> flow) {
        return months.stream()
                .mapToDouble(month -> flow.apply(month).doubleValue())
                .sum();
    }
}
