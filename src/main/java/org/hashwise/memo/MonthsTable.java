package org.hashwise.memo;

import java.util.List;
import java.util.stream.DoubleStream;
import org.hashwise.consultation.AdviceDocument.CalendarItem;
import org.hashwise.consultation.AdviceDocument.MonthItem;
import org.jspecify.annotations.Nullable;

/**
 * The liquidity calendar as a table: every third month, and those in which debt falls due, all amounts in one unit.
 *
 * @param unit key of the message that names the unit
 */
public record MonthsTable(String unit, List<Row> rows) {

    private static final int QUARTER = 3;

    public MonthsTable {
        rows = List.copyOf(rows);
    }

    /** One month; amounts as readers of the language write them. */
    public record Row(String month, String mining, String debt, String building, String closing, String stressed) {}

    /** @param calendar null in editions without a liquidity calendar, which have no rows */
    static MonthsTable of(@Nullable CalendarItem calendar, MemoWords.Vocabulary words) {
        if (calendar == null) {
            return new MonthsTable("memo.annex.unit.one", List.of());
        }
        MoneyScale scale = MoneyScale.of(
                calendar.months().stream()
                        .flatMapToDouble(month -> DoubleStream.of(
                                month.closingUsd().doubleValue(),
                                month.stressedClosingUsd().doubleValue())),
                words);
        return new MonthsTable(
                scale.unit(),
                calendar.months().stream()
                        .filter(month -> month.month() % QUARTER == 0
                                || month.debtDueUsd().doubleValue() != 0)
                        .map(month -> row(month, scale, words))
                        .toList());
    }

    private static Row row(MonthItem month, MoneyScale scale, MemoWords.Vocabulary words) {
        return new Row(
                words.number(month.month()),
                scale.of(month.miningUsd()),
                scale.of(month.debtDueUsd()),
                scale.of(month.ownShareUsd().doubleValue() + month.rentUsd().doubleValue()),
                scale.of(month.closingUsd()),
                scale.of(month.stressedClosingUsd()));
    }
}
