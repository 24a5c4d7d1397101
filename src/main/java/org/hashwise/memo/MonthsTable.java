package org.hashwise.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.hashwise.consultation.AdviceDocument.CalendarItem;
import org.hashwise.consultation.AdviceDocument.MonthItem;
import org.jspecify.annotations.Nullable;

/**
 * The liquidity calendar as a table: every third month, and those in which debt falls due, with the flows since the row
 * before, all amounts in one unit.
 *
 * @param unit key of the message that names the unit
 */
public record MonthsTable(String unit, List<Row> rows) {

    private static final int QUARTER = 3;

    public MonthsTable {
        rows = List.copyOf(rows);
    }

    /** The months up to one; amounts as readers of the language write them. */
    public record Row(String month, String mining, String debt, String building, String closing, String stressed) {}

    /** @param calendar null in editions without a liquidity calendar, which have no rows */
    static MonthsTable of(@Nullable CalendarItem calendar, MemoText words) {
        if (calendar == null) {
            return new MonthsTable("memo.annex.unit.one", List.of());
        }
        MoneyScale scale = MoneyScale.of(
                calendar.months().stream()
                        .flatMapToDouble(month -> DoubleStream.of(
                                month.closingUsd().doubleValue(),
                                month.stressedClosingUsd().doubleValue())),
                words);
        List<Row> rows = new ArrayList<>();
        List<MonthItem> since = new ArrayList<>();
        for (MonthItem month : calendar.months()) {
            since.add(month);
            if (month.month() % QUARTER == 0 || month.debtDueUsd().doubleValue() != 0) {
                rows.add(new Row(
                        words.number(month.month()),
                        scale.of(sum(since, MonthItem::miningUsd)),
                        scale.of(sum(since, MonthItem::debtDueUsd)),
                        scale.of(sum(since, MonthItem::ownShareUsd) + sum(since, MonthItem::rentUsd)),
                        scale.of(month.closingUsd()),
                        scale.of(month.stressedClosingUsd())));
                since.clear();
            }
        }
        return new MonthsTable(scale.unit(), rows);
    }

    private static double sum(List<MonthItem> months, Function<MonthItem, Number> flow) {
        return months.stream()
                .mapToDouble(month -> flow.apply(month).doubleValue())
                .sum();
    }
}
