package org.hashwise.memo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.AdviceDocument.CalendarItem;
import org.hashwise.consultation.AdviceDocument.MonthItem;
import org.hashwise.consultation.Plain;
import org.hashwise.text.PageText;
import org.jspecify.annotations.Nullable;

/**
 * The charts of a memo, in units of a drawing of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param calendar liquid funds month by month; null in editions without a liquidity calendar
 * @param survival of the four strategies; null without a projection
 */
public record Charts(@Nullable Calendar calendar, @Nullable Survival survival) {

    static final int WIDTH = 240;
    static final int HEIGHT = 72;

    private static final double BAR = 0.7;
    private static final double FULL = 100;

    // A judgement: above it, the lines of a small chart overlap.
    private static final double FLAT = 95;
    private static final int YEAR = 12;
    private static final int STEP = 10;

    // Half of the broadest line, which would otherwise be drawn beyond the edges.
    private static final double EDGE = 1.7;

    // Each line is narrower than those before it, or dashed, so that all can be seen where they coincide.
    private static final List<Strategy> DRAWN =
            List.of(Strategy.RESTRUCTURE, Strategy.AI_HOSTING, Strategy.HOLD, Strategy.DAT);
    private static final String MONEY = "economics.liquidityUsd";

    /** One month: its bar from {@code y} downwards, and its balance under stress. */
    public record Bar(double x, double width, double y, double height, boolean isShort, double stressY) {}

    /**
     * Bars of the liquid funds at the end of each month, with the stress as a line on each.
     *
     * @param zeroY where the balance is zero
     * @param dueX the middle of the month in which debt falls due; null when none does
     * @param topUsd value at the upper edge
     * @param bottomUsd value at the lower edge; null when that is zero
     * @param lastMonth number of the last month
     * @param text alternative text
     */
    public record Calendar(
            List<Bar> bars,
            double zeroY,
            @Nullable Double dueX,
            Number topUsd,
            @Nullable Number bottomUsd,
            int lastMonth,
            String text) {
        public Calendar {
            bars = List.copyOf(bars);
        }
    }

    /** The paths of one strategy on which no payment was missed: points of a line of steps. */
    public record Curve(Strategy strategy, String points, Number lastPercent) {}

    /**
     * Lines of the paths on which no payment was missed.
     *
     * @param curves the broadest line first, so that none is hidden by another
     * @param bottomPercent value at the lower edge: 0, or more when all lines are near the top
     * @param text alternative text
     */
    public record Survival(List<Curve> curves, int bottomPercent, int lastMonth, String text) {
        public Survival {
            curves = List.copyOf(curves);
        }

        /** The least share of paths at the end, in percent. */
        public double leastPercent() {
            return curves.stream()
                    .mapToDouble(curve -> curve.lastPercent().doubleValue())
                    .min()
                    .orElse(FULL);
        }

        /** The same in whole percent, and 100 only for every path. */
        public int wholePercent() {
            return (int) Math.floor(leastPercent());
        }

        /** Returns whether all lines end so near the top that a drawing shows less than a sentence. */
        public boolean flat() {
            return leastPercent() >= FLAT;
        }
    }

    static Charts of(Memo memo, PageText texts) {
        CalendarItem calendar = memo.advice().calendar();
        Memo.Sampling sampling = memo.projection();
        return new Charts(
                calendar == null ? null : calendar(calendar, texts),
                sampling == null ? null : survival(memo, sampling.months(), texts));
    }

    private static Calendar calendar(CalendarItem calendar, PageText texts) {
        List<MonthItem> months = calendar.months();
        double most = 0;
        double least = 0;
        MonthItem lowest = months.get(0);
        MonthItem due = null;
        for (MonthItem month : months) {
            double closing = month.closingUsd().doubleValue();
            double stressed = month.stressedClosingUsd().doubleValue();
            most = Math.max(most, Math.max(closing, stressed));
            least = Math.min(least, Math.min(closing, stressed));
            lowest = closing < lowest.closingUsd().doubleValue() ? month : lowest;
            due = due == null && month.debtDueUsd().doubleValue() < 0 ? month : due;
        }
        double top = most;
        double scale = HEIGHT / Math.max(1, most - least);
        double room = (double) WIDTH / months.size();
        List<Bar> bars = months.stream()
                .map(month -> {
                    double closing = month.closingUsd().doubleValue();
                    return new Bar(
                            Plain.rounded(room * (month.month() + (1 - BAR) / 2), 1),
                            Plain.rounded(room * BAR, 1),
                            Plain.rounded((top - Math.max(0, closing)) * scale, 1),
                            Plain.rounded(Math.abs(closing) * scale, 1),
                            closing < 0,
                            Plain.rounded((top - month.stressedClosingUsd().doubleValue()) * scale, 1));
                })
                .toList();
        MonthItem last = months.get(months.size() - 1);
        String text = texts.message(
                "memo.chart.calendar.text",
                texts.value(MONEY, months.get(0).closingUsd()),
                texts.value(MONEY, last.closingUsd()),
                texts.number(last.month()),
                texts.value(MONEY, lowest.closingUsd()),
                when(lowest.month(), texts));
        String debt = due == null
                ? ""
                : " "
                        + texts.message(
                                "memo.chart.calendar.due",
                                texts.value(MONEY, -due.debtDueUsd().doubleValue()),
                                when(due.month(), texts));
        return new Calendar(
                bars,
                Plain.rounded(top * scale, 1),
                due == null ? null : Plain.rounded(room * (due.month() + 1.0 / 2), 1),
                top,
                least < 0 ? least : null,
                last.month(),
                text + debt);
    }

    private static String when(int month, PageText texts) {
        return month == 0
                ? texts.message("memo.chart.calendar.in.now")
                : texts.message("memo.chart.calendar.in", texts.number(month));
    }

    private static Survival survival(Memo memo, int lastMonth, PageText texts) {
        double least = memo.options().stream()
                .filter(option -> option.outlook() != null)
                .flatMap(option -> Objects.requireNonNull(option.outlook()).survivalPercent().stream())
                .mapToDouble(Number::doubleValue)
                .min()
                .orElse(0);
        int bottom = bottomPercent(least);
        List<Curve> curves = memo.options().stream()
                .filter(option -> option.outlook() != null)
                .sorted(Comparator.comparingInt(option -> DRAWN.indexOf(option.strategy())))
                .map(option -> curve(option.strategy(), Objects.requireNonNull(option.outlook()), bottom))
                .toList();
        String each = memo.options().stream()
                .filter(option -> option.outlook() != null)
                .map(option -> texts.message(
                        "memo.chart.survival.strategy",
                        texts.strategy(option.strategy()),
                        texts.paths(Objects.requireNonNull(option.outlook())
                                .survival(YEAR)
                                .doubleValue()),
                        texts.paths(Objects.requireNonNull(option.outlook())
                                .survival(lastMonth)
                                .doubleValue())))
                .collect(Collectors.joining(texts.message("memo.chart.survival.separator")));
        return new Survival(
                curves,
                bottom,
                lastMonth,
                texts.message("memo.chart.survival.text", texts.number(YEAR), texts.number(lastMonth), each));
    }

    /**
     * The lower edge of a chart of shares in percent: 0, or a multiple of ten below the least share where all are above one
     * half, as lines near the top would coincide otherwise. Its value has to be written beside the chart.
     */
    public static int bottomPercent(double least) {
        return least < FULL / 2 ? 0 : (int) Math.min(FULL - STEP, Math.floor(least / STEP) * STEP);
    }

    private static Curve curve(Strategy strategy, Memo.Outlook outlook, int bottom) {
        List<Number> survival = outlook.survivalPercent();
        int last = survival.size() - 1;
        String points = IntStream.rangeClosed(0, last)
                .mapToObj(month -> (month == 0 ? "" : point(month, last, survival.get(month - 1), bottom))
                        + point(month, last, survival.get(month), bottom))
                .collect(Collectors.joining())
                .strip();
        return new Curve(strategy, points, survival.get(last));
    }

    private static String point(int month, int last, Number percent, int bottom) {
        double x = EDGE + (WIDTH - 2 * EDGE) * month / last;
        double y = EDGE + (HEIGHT - 2 * EDGE) * (FULL - percent.doubleValue()) / (FULL - bottom);
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }
}
