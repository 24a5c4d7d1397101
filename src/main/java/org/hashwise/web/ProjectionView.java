package org.hashwise.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.Projections.MarketScenario;
import org.hashwise.memo.Charts;
import org.hashwise.projection.Calibration;
import org.hashwise.projection.Projection;
import org.hashwise.projection.Projection.Outlook;
import org.hashwise.projection.Projection.Trigger;
import org.hashwise.projection.Quantiles;
import org.hashwise.text.ColumnScale;
import org.jspecify.annotations.Nullable;

/**
 * The projection on the advice page: each strategy, and charts of the advised one beside another.
 *
 * @param bottom value at the lower edge of the chart of survival, in percent
 * @param strategies all four
 * @param compared the advised strategy, and the one beside it if its figures differ
 * @param fans liquidity and coins of these
 * @param marks known events, by month
 * @param triggers the likeliest first
 * @param scenarios that the form offers
 * @param quotes forward quotes of the hashprice, for the scenario that needs some
 */
record ProjectionView(
        Projection projection,
        MarketScenario scenario,
        List<MarketScenario> scenarios,
        ForwardQuotes quotes,
        int bottom,
        List<StrategyMonths> strategies,
        List<StrategyMonths> compared,
        List<Fan> fans,
        List<Mark> marks,
        List<Trigger> triggers) {

    static final int HEIGHT = 150;

    private static final double FULL = 100;

    /** Percent of the width in which a centred number would be cut. */
    private static final double MARGIN = 5;

    private static final int QUARTER = 3;
    private static final int YEAR = 12;

    private static final List<MarketScenario> SCENARIOS = List.of(MarketScenario.values());

    /**
     * One strategy.
     *
     * @param curve points of its survival, in months from the left and percent from the top
     */
    record StrategyMonths(Strategy strategy, Outlook outlook, String curve) {

        static StrategyMonths of(Strategy strategy, Outlook outlook, int bottom) {
            List<Double> survival = outlook.survivalPercent();
            StringBuilder curve = new StringBuilder();
            for (int month = 0; month < survival.size(); month++) {
                if (month > 0) {
                    curve.append(point(month, fromTop(survival.get(month - 1), bottom)));
                }
                curve.append(point(month, fromTop(survival.get(month), bottom)));
            }
            return new StrategyMonths(strategy, outlook, curve.toString().strip());
        }

        private static double fromTop(double percent, int bottom) {
            return FULL * (FULL - percent) / (FULL - bottom);
        }

        /** Paths in percent on which no payment is missed within some months, or within all when there are fewer. */
        public double survival(int month) {
            List<Double> survival = outlook.survivalPercent();
            return survival.get(Math.min(month, survival.size() - 1));
        }

        /** Paths in percent on which coins are sold by force. */
        public double forced() {
            return outlook.forcedSale().sharePercent();
        }

        /** The first month with a missed payment on any path; null when there is none. */
        public @Nullable Integer firstFailure() {
            List<Double> survival = outlook.survivalPercent();
            return IntStream.range(0, survival.size())
                    .filter(month -> survival.get(month) < FULL)
                    .boxed()
                    .findFirst()
                    .orElse(null);
        }

        /** The first month of another recommendation than today's on the bad, the middling and the good path. */
        public List<PathChange> changes() {
            return List.of(
                    change("p10", Projection.AdviceAt::p10),
                    change("p50", Projection.AdviceAt::p50),
                    change("p90", Projection.AdviceAt::p90));
        }

        private PathChange change(String path, Function<Projection.AdviceAt, Strategy> on) {
            Strategy today = on.apply(outlook.advice().get(0));
            return outlook.advice().stream()
                    .filter(at -> on.apply(at) != today)
                    .findFirst()
                    .map(at -> new PathChange(path, at.month(), on.apply(at)))
                    .orElse(new PathChange(path, 0, today));
        }
    }

    /** A change of the recommendation on a path; in month 0 when there is none. */
    record PathChange(String path, int month, Strategy then) {}

    /**
     * A fan of quantiles with three paths, in months from the left and percent from the top.
     *
     * @param what {@code liquidity} or {@code coins}
     * @param id of the question or metric by which values are written
     * @param top value at the top
     * @param calibrated polygon between the ends of the calibrated range; empty without a calibration
     * @param outer polygon between the quantiles 10 and 90
     * @param inner polygon between the quartiles
     * @param median line
     * @param paths lines
     * @param rows the quantiles of every third month
     * @param ranges the calibrated range of the months of the rows; none without a calibration
     * @param calibration of the calibrated range; null for none
     */
    record Fan(
            Strategy strategy,
            String what,
            String id,
            double top,
            String calibrated,
            String outer,
            String inner,
            String median,
            List<String> paths,
            List<Quantiles> rows,
            List<Calibration.Range> ranges,
            Calibration.@Nullable Figure calibration) {

        static Fan of(
                Strategy strategy,
                String what,
                String id,
                List<Quantiles> quantiles,
                List<List<Double>> paths,
                Calibration.@Nullable Figure calibration) {
            List<Calibration.Range> ranges = calibration == null ? List.of() : calibration.ranges(quantiles);
            double top = Stream.of(
                            quantiles.stream().map(Quantiles::p90),
                            paths.stream().flatMap(List::stream),
                            ranges.stream().map(Calibration.Range::high))
                    .flatMap(Function.identity())
                    .mapToDouble(Double::doubleValue)
                    .reduce(Double.MIN_NORMAL, Math::max);
            IntPredicate inTable = month -> month % QUARTER == 0 || month == quantiles.size() - 1;
            return new Fan(
                    strategy,
                    what,
                    id,
                    top,
                    band(ranges, Calibration.Range::low, Calibration.Range::high, top),
                    band(quantiles, Quantiles::p10, Quantiles::p90, top),
                    band(quantiles, Quantiles::p25, Quantiles::p75, top),
                    line(quantiles.stream().map(Quantiles::p50).toList(), top),
                    paths.stream().map(path -> line(path, top)).toList(),
                    quantiles.stream()
                            .filter(each -> inTable.test(each.month()))
                            .toList(),
                    ranges.stream().filter(each -> inTable.test(each.month())).toList(),
                    calibration);
        }

        private static <T> String band(List<T> months, Function<T, Double> low, Function<T, Double> high, double top) {
            StringBuilder points = new StringBuilder();
            for (int month = 0; month < months.size(); month++) {
                points.append(point(month, FULL - FULL * high.apply(months.get(month)) / top));
            }
            for (int month = months.size() - 1; month >= 0; month--) {
                points.append(point(month, FULL - FULL * low.apply(months.get(month)) / top));
            }
            return points.toString().strip();
        }

        private static String line(List<Double> values, double top) {
            return IntStream.range(0, values.size())
                    .mapToObj(month -> point(month, FULL - FULL * values.get(month) / top))
                    .collect(Collectors.joining())
                    .strip();
        }

        /** Returns whether every path holds the same all the time. */
        public boolean isConstant() {
            return rows.stream().allMatch(each -> each.p10() == top && each.p90() == top);
        }

        /** The quantiles of the last month. */
        public Quantiles last() {
            return rows.get(rows.size() - 1);
        }

        /** The calibrated range of the last month; null without a calibration. */
        public Calibration.@Nullable Range lastRange() {
            return ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        }

        /** The numbers of the tables, which all have one unit. */
        public ColumnScale column() {
            return ColumnScale.of(DoubleStream.concat(
                    rows.stream()
                            .flatMapToDouble(
                                    row -> DoubleStream.of(row.p10(), row.p25(), row.p50(), row.p75(), row.p90())),
                    ranges.stream().flatMapToDouble(range -> DoubleStream.of(range.low(), range.high()))));
        }

        /** A word that distinguishes the charts of a page. */
        public String key() {
            return what + "-" + strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Known events of one month.
     *
     * @param at in percent of the width
     */
    record Mark(int month, double at, List<Event> events) {
        /** The numbers by which the legend names them. */
        public String numbers() {
            return events.stream().map(event -> String.valueOf(event.number())).collect(Collectors.joining(", "));
        }

        /** The SVG {@code text-anchor} with which the numbers have space. */
        public String anchor() {
            return at < MARGIN ? "start" : at > FULL - MARGIN ? "end" : "middle";
        }
    }

    /** A known event; its name is the end of the key of its text. */
    record Event(int number, String name) {
        boolean isRent() {
            return name.equals("rent") || name.equals("late");
        }
    }

    private static String point(int month, double fromTop) {
        return String.format(Locale.ROOT, "%d,%.2f ", month, Math.max(-FULL, fromTop));
    }

    /** @param beside a strategy to compare with; null for none */
    static ProjectionView of(
            Projection projection,
            MarketScenario scenario,
            ForwardQuotes quotes,
            Strategy advised,
            @Nullable Strategy beside) {
        int bottom = Charts.bottomPercent(projection.strategies().values().stream()
                .flatMap(outlook -> outlook.survivalPercent().stream())
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0));
        List<StrategyMonths> strategies = projection.strategies().entrySet().stream()
                .map(entry -> StrategyMonths.of(entry.getKey(), entry.getValue(), bottom))
                .toList();
        List<StrategyMonths> compared = new ArrayList<>();
        strategies.stream().filter(each -> each.strategy() == advised).forEach(compared::add);
        strategies.stream()
                .filter(each -> each.strategy() == beside)
                .filter(each -> !each.outlook()
                        .liquidityUsd()
                        .equals(compared.get(0).outlook().liquidityUsd()))
                .forEach(compared::add);
        return new ProjectionView(
                projection,
                scenario,
                SCENARIOS,
                quotes,
                bottom,
                strategies,
                List.copyOf(compared),
                fans(compared, projection.calibration()),
                marks(projection),
                projection.triggers().stream()
                        .sorted(Comparator.comparingDouble(Trigger::seenInPercent)
                                .reversed())
                        .toList());
    }

    /** With what the advised strategy is compared: keeping on mining, or what comes after it. */
    static @Nullable Strategy beside(Strategy advised, @Nullable Strategy runnerUp) {
        return advised == Strategy.HOLD ? runnerUp : Strategy.HOLD;
    }

    private static List<Fan> fans(List<StrategyMonths> compared, @Nullable Calibration calibration) {
        List<Fan> fans = new ArrayList<>();
        for (StrategyMonths each : compared) {
            Outlook outlook = each.outlook();
            fans.add(Fan.of(
                    each.strategy(),
                    "liquidity",
                    "economics.liquidityUsd",
                    outlook.liquidityUsd(),
                    outlook.examples().stream()
                            .map(Projection.Example::liquidityUsd)
                            .toList(),
                    calibration == null ? null : calibration.liquidityUsd()));
            fans.add(Fan.of(
                    each.strategy(),
                    "coins",
                    "treasury.btcHeld",
                    outlook.btcHeld(),
                    outlook.examples().stream().map(Projection.Example::btcHeld).toList(),
                    calibration == null ? null : calibration.btcHeld()));
        }
        return List.copyOf(fans);
    }

    private static List<Mark> marks(Projection projection) {
        TreeMap<Integer, List<String>> byMonth = new TreeMap<>();
        Projection.Events events = projection.events();
        put(byMonth, events.debtDue(), "debt");
        put(byMonth, events.powerContractEnds(), "power");
        put(byMonth, events.firstRent(), "rent");
        put(byMonth, events.lateRent(), "late");
        put(byMonth, events.halving(), "halving");
        List<Mark> marks = new ArrayList<>();
        int number = 0;
        for (var entry : byMonth.entrySet()) {
            List<Event> named = new ArrayList<>();
            for (String name : entry.getValue()) {
                number++;
                named.add(new Event(number, name));
            }
            int month = Objects.requireNonNull(entry.getKey());
            marks.add(new Mark(month, FULL * month / projection.months(), List.copyOf(named)));
        }
        return List.copyOf(marks);
    }

    private static void put(TreeMap<Integer, List<String>> byMonth, @Nullable Integer month, String name) {
        if (month != null) {
            byMonth.computeIfAbsent(month, first -> new ArrayList<>()).add(name);
        }
    }

    /** The known events of one strategy: only the one that hosts AI has rent. */
    public List<Mark> marks(Strategy strategy) {
        return marks.stream()
                .map(mark -> new Mark(
                        mark.month(),
                        mark.at(),
                        mark.events().stream()
                                .filter(event -> strategy == Strategy.AI_HOSTING || !event.isRent())
                                .toList()))
                .filter(mark -> !mark.events().isEmpty())
                .toList();
    }

    /** The advised strategy. */
    public StrategyMonths advised() {
        return compared.get(0);
    }

    /** Returns whether the paths start from today without a shock. */
    public boolean isNeutral() {
        return scenario == MarketScenario.NEUTRAL;
    }

    /** Returns whether the paths are held at forward quotes, or wait for some. */
    public boolean isForward() {
        return scenario == MarketScenario.FORWARD;
    }

    /** The height in pixels. */
    public int height() {
        return HEIGHT;
    }

    /** By how much a calibrated range is wider than the band at either end, in whole percent of the band's width. */
    public double widening(Calibration.Figure figure) {
        return Math.round(FULL * figure.widthFactor());
    }

    /** Standard error of a share near one half, in percentage points with one decimal. */
    public double error() {
        return Math.round(10 * projection.samplingError()) / 10.0;
    }

    /** The share of paths on which one strategy ends with more than the other; null unless two are compared. */
    public Projection.@Nullable Comparison better() {
        return compared.size() < 2
                ? null
                : projection.comparisons().stream()
                        .filter(each -> each.better() == compared.get(0).strategy()
                                && each.than() == compared.get(1).strategy())
                        .findFirst()
                        .orElse(null);
    }

    /** The months of the survival table: every third, and the last. */
    public List<Integer> months() {
        return IntStream.rangeClosed(0, projection.months())
                .filter(month -> month % QUARTER == 0 || month == projection.months())
                .boxed()
                .toList();
    }

    /** Twelve months, or as many as there are. */
    public int year() {
        return Math.min(YEAR, projection.months());
    }
}
