package org.hashwise.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.hashwise.advice.Advice;
import org.hashwise.economics.LiquidityCalendar.Month;
import org.hashwise.text.ColumnScale;
import org.jspecify.annotations.Nullable;

/**
 * The liquidity calendar as one bar for each month, with the debt that falls due marked.
 *
 * @param bars from today to the horizon
 * @param zeroAt where the balance is zero, in pixels from the top
 * @param due the month in which debt falls due; null when none does
 * @param shortMonth the first month that ends below zero; null when none does
 * @param stressedShortMonth the same under stress
 * @param lowest the month with the lowest balance
 * @param ownShareUsd own share of the building over all months, 0 without a building
 * @param firstRent the first month with rent; null when none is reached
 */
record LiquidityChart(
        List<MonthBar> bars,
        int zeroAt,
        @Nullable MonthBar due,
        @Nullable MonthBar shortMonth,
        @Nullable MonthBar stressedShortMonth,
        MonthBar lowest,
        double ownShareUsd,
        @Nullable MonthBar firstRent) {

    private static final int HEIGHT = 180;

    /** Of the width of a month, in percent. */
    private static final double BAR = 70;

    /**
     * One month.
     *
     * @param left in percent of the width
     * @param width in percent of the width
     * @param top in pixels from the top
     * @param height in pixels
     * @param stressedAt the balance under stress, in pixels from the top
     */
    record MonthBar(
            Month month, double stressedUsd, double left, double width, double top, double height, double stressedAt) {
        public boolean isShort() {
            return month.closingUsd() < 0;
        }

        /** The cash flow of the building, USD. */
        public double buildingUsd() {
            return month.ownShareUsd() + month.rentUsd();
        }

        /** The middle of the bar, in percent of the width. */
        public double middle() {
            return left + width / 2;
        }

        /** The side of its mark on which the debt has space for its label. */
        public boolean labelLeft() {
            return middle() > 50;
        }

        /** The part of the debt due that is missing, USD. */
        public double missingUsd() {
            return Math.max(0, Math.min(-month.debtDueUsd(), -month.closingUsd()));
        }
    }

    static LiquidityChart of(Advice.Calendar calendar) {
        double most = 1;
        double least = 0;
        for (List<Month> months : List.of(calendar.market(), calendar.stress())) {
            for (Month month : months) {
                most = Math.max(most, month.closingUsd());
                least = Math.min(least, month.closingUsd());
            }
        }
        double scale = HEIGHT / (most - least);
        double room = 100.0 / calendar.market().size();
        List<MonthBar> bars = new ArrayList<>();
        for (int number = 0; number < calendar.market().size(); number++) {
            Month month = calendar.market().get(number);
            double stressed = calendar.stress().get(number).closingUsd();
            double balance = month.closingUsd();
            bars.add(new MonthBar(
                    month,
                    stressed,
                    room * number,
                    room * BAR / 100,
                    (most - Math.max(0, balance)) * scale,
                    Math.abs(balance) * scale,
                    (most - stressed) * scale));
        }
        return new LiquidityChart(
                List.copyOf(bars),
                (int) Math.round(most * scale),
                first(bars, bar -> bar.month().debtDueUsd() < 0),
                first(bars, MonthBar::isShort),
                first(bars, bar -> bar.stressedUsd() < 0),
                lowest(bars),
                bars.stream().mapToDouble(bar -> -bar.month().ownShareUsd()).sum(),
                calendar.building() ? first(bars, bar -> bar.month().rentUsd() != 0) : null);
    }

    private static @Nullable MonthBar first(List<MonthBar> bars, java.util.function.Predicate<MonthBar> test) {
        return bars.stream().filter(test).findFirst().orElse(null);
    }

    private static MonthBar lowest(List<MonthBar> bars) {
        MonthBar lowest = bars.get(0);
        for (MonthBar bar : bars) {
            if (bar.month().closingUsd() < lowest.month().closingUsd()) {
                lowest = bar;
            }
        }
        return lowest;
    }

    /** The highest balance at the end of a month, USD; the top of the chart. */
    public double highestUsd() {
        return bars.stream()
                .mapToDouble(bar -> Math.max(bar.month().closingUsd(), bar.stressedUsd()))
                .max()
                .orElse(0);
    }

    /** The lowest balance at the end of a month, USD; the bottom of the chart when it is negative. */
    public double lowestUsd() {
        return bars.stream()
                .mapToDouble(bar -> Math.min(bar.month().closingUsd(), bar.stressedUsd()))
                .min()
                .orElse(0);
    }

    /** The largest absolute balance at the end of a month, USD. */
    public double largestUsd() {
        return bars.stream()
                .flatMapToDouble(bar -> DoubleStream.of(bar.month().closingUsd(), bar.stressedUsd()))
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** The scale of the cash flows of mining and overhead, month by month. */
    public ColumnScale mining() {
        return column(bar -> bar.month().miningUsd());
    }

    /** The debt that falls due. */
    public ColumnScale debtDue() {
        return column(bar -> bar.month().debtDueUsd());
    }

    /** The building: own share and rent together. */
    public ColumnScale building() {
        return column(MonthBar::buildingUsd);
    }

    /** The balances at the end of the months. */
    public ColumnScale closing() {
        return column(bar -> bar.month().closingUsd());
    }

    /** The same under stress. */
    public ColumnScale stressed() {
        return column(MonthBar::stressedUsd);
    }

    private ColumnScale column(ToDoubleFunction<MonthBar> number) {
        return ColumnScale.of(bars.stream().mapToDouble(number));
    }

    /** The height in pixels. */
    public int height() {
        return HEIGHT;
    }

    /** The number of the last month. */
    public int lastMonth() {
        return bars.get(bars.size() - 1).month().number();
    }
}
