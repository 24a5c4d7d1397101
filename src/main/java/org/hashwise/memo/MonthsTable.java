package org.hashwise.memo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
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
    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;

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
        double largest = calendar.months().stream()
                .mapToDouble(month -> Math.max(
                        Math.abs(month.closingUsd().doubleValue()),
                        Math.abs(month.stressedClosingUsd().doubleValue())))
                .max()
                .orElse(0);
        // Ten billions have three digits in billions; below, millions show a month of mining.
        boolean billions = largest >= 10 * BILLION;
        boolean millions = largest >= MILLION;
        double unit = billions ? BILLION : millions ? MILLION : largest >= THOUSAND ? THOUSAND : 1;
        int decimals = billions ? 2 : millions ? 1 : 0;
        return new MonthsTable(
                "memo.annex.unit." + (billions ? "billion" : millions ? "million" : unit > 1 ? "thousand" : "one"),
                calendar.months().stream()
                        .filter(month -> month.month() % QUARTER == 0
                                || month.debtDueUsd().doubleValue() != 0)
                        .map(month -> row(month, unit, decimals, words))
                        .toList());
    }

    private static Row row(MonthItem month, double unit, int decimals, MemoWords.Vocabulary words) {
        return new Row(
                words.number(month.month()),
                scaled(month.miningUsd().doubleValue(), unit, decimals, words),
                scaled(month.debtDueUsd().doubleValue(), unit, decimals, words),
                scaled(month.ownShareUsd().doubleValue() + month.rentUsd().doubleValue(), unit, decimals, words),
                scaled(month.closingUsd().doubleValue(), unit, decimals, words),
                scaled(month.stressedClosingUsd().doubleValue(), unit, decimals, words));
    }

    private static String scaled(double usd, double unit, int decimals, MemoWords.Vocabulary words) {
        return words.number(BigDecimal.valueOf(usd / unit)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue());
    }
}
