package org.hashwise.economics;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hashwise.economics.LiquidityCalendar.Scenario;
import org.hashwise.questionnaire.Figures;
import org.jspecify.annotations.Nullable;

/**
 * All metrics of one company, computed from its complete figures. What each metric means and where it is capped is said
 * at the method that {@link Company} takes it from.
 *
 * <p>Figures are taken to be within the ranges of their questions.
 */
public final class Economics {

    /** Price of a coin under stress in relation to that of the day. */
    public static final double STRESSED_PRICE = Mine.STRESSED_PRICE;

    /** Hashrate of the network under stress in relation to that of the day. */
    public static final double STRESSED_NETWORK = Mine.STRESSED_NETWORK;

    private static final Metric[] METRICS = Metric.values();
    private static final List<Metric> ALL = List.of(METRICS);
    private static final List<Metric> WITHOUT_CALENDAR =
            ALL.stream().filter(metric -> !metric.needsCalendar()).toList();

    private final double[] values;

    private Economics(double[] values) {
        this.values = values;
    }

    /** Computes every {@link Metric}; no value is ever NaN or infinite. */
    public static Economics of(Figures figures, Jurisdictions jurisdictions) {
        Company company = new Company(figures, jurisdictions);
        double[] values = new double[METRICS.length];
        for (Metric metric : metrics(figures::isAsked)) {
            values[metric.ordinal()] = company.value(metric);
        }
        return new Economics(values);
    }

    /**
     * The metrics of a company that differs in some figures.
     *
     * @param changed the metrics that rest on these figures; all others are taken over
     */
    public Economics with(Figures figures, Jurisdictions jurisdictions, Metric[] changed) {
        double[] copy = values.clone();
        Company company = new Company(figures, jurisdictions);
        for (Metric metric : changed) {
            copy[metric.ordinal()] = company.value(metric);
        }
        return new Economics(copy);
    }

    /** Computes one metric alone, reading only what its formula needs for these figures. */
    public static double compute(Metric metric, Figures figures, Jurisdictions jurisdictions) {
        return new Company(figures, jurisdictions).value(metric);
    }

    /**
     * The liquidity calendar of one company.
     *
     * @param building whether the own share and the rent of the building on offer are part of it
     */
    public static LiquidityCalendar calendar(
            Figures figures, Jurisdictions jurisdictions, Scenario scenario, boolean building) {
        return new Company(figures, jurisdictions).forecast.calendar(scenario, building);
    }

    /** The figures from which the next months of one company are projected. */
    public static Operations operations(Figures figures, Jurisdictions jurisdictions) {
        Company company = new Company(figures, jurisdictions);
        return Operations.of(company.inputs, company.mine, company.balance, company.hosting, company.forecast);
    }

    /** Returns whether the company has signed a lease, so that the building is part of every plan. */
    public static boolean isBuildingCommitted(Figures figures, Jurisdictions jurisdictions) {
        return new Company(figures, jurisdictions).forecast.isBuildingCommitted();
    }

    /** The cost of the building on offer and its payers. */
    public static BuildingCost building(Figures figures, Jurisdictions jurisdictions) {
        return new Company(figures, jurisdictions).hosting.building();
    }

    /** The months that the calendar of a company covers: the horizon of its board, 12 to 120. */
    public static int calendarMonths(Figures figures, Jurisdictions jurisdictions) {
        return new Company(figures, jurisdictions).forecast.horizonMonths();
    }

    /**
     * The metrics that can be computed from the questions that are asked. Those of the {@link LiquidityCalendar} need
     * {@code treasury.debtDueInMonths}, which editions of release 1.0 do not ask.
     */
    public static List<Metric> metrics(Predicate<String> isAsked) {
        return isAsked.test(Input.DEBT_DUE_MONTHS.id()) ? ALL : WITHOUT_CALENDAR;
    }

    /** The ids of all questions that metrics and estimates may read. */
    public static Set<String> inputs() {
        return ids(input -> true);
    }

    /** The ids of the inputs that every questionnaire has to have. */
    public static Set<String> requiredInputs() {
        return ids(Input::isRequired);
    }

    private static Set<String> ids(Predicate<Input> wanted) {
        return Arrays.stream(Input.values())
                .filter(wanted)
                .map(Input::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public double get(Metric metric) {
        return values[metric.ordinal()];
    }

    /** The parts of one company, and which of them knows a metric. */
    private static final class Company {
        private final Inputs inputs;
        private final Jurisdictions jurisdictions;
        private final Mine mine;
        private final Balance balance;
        private final HostingOffer hosting;
        private final LiquidityForecast forecast;
        private @Nullable Exposure exposure;

        Company(Figures figures, Jurisdictions jurisdictions) {
            this.jurisdictions = jurisdictions;
            inputs = new Inputs(figures);
            mine = new Mine(inputs);
            balance = new Balance(inputs, mine);
            hosting = new HostingOffer(inputs, mine, balance);
            forecast = new LiquidityForecast(inputs, mine, balance, hosting);
        }

        double value(Metric metric) {
            return switch (metric) {
                case HASHPRICE -> mine.hashprice();
                case BTC_PER_MONTH -> mine.btcPerMonth();
                case POWER_COST -> mine.powerCostPerBtc();
                case CASH_COST -> mine.cashCostPerBtc();
                case ALL_IN_COST -> mine.allInCostPerBtc();
                case BOOK_RESULT -> mine.bookResultPerBtc();
                case GROSS_MARGIN -> mine.grossMarginPercent();
                case CASH_MARGIN -> mine.cashMarginPercent();
                case ALL_IN_MARGIN -> mine.allInMarginPercent();
                case BREAK_EVEN_POWER_PRICE -> mine.breakEvenPowerPrice();
                case BREAK_EVEN_BTC_PRICE -> mine.breakEvenBtcPrice();
                case HASHCOST -> mine.hashcost();
                case MINING_CASH_FLOW -> mine.cashFlowPerMonth();
                case REGULATORY_COST -> mine.regulatoryCostPerBtc();
                case DEMAND_RESPONSE_SHARE -> mine.demandResponsePercent();
                case LIQUIDITY -> balance.liquidity();
                case RUNWAY -> forecast.runway(Scenario.MARKET_OF_THE_DAY);
                case STRESSED_RUNWAY -> forecast.runway(Scenario.STRESS);
                case MONTHS_UNTIL_SHORT -> forecast.monthsUntilShort(Scenario.MARKET_OF_THE_DAY);
                case STRESSED_MONTHS_UNTIL_SHORT -> forecast.monthsUntilShort(Scenario.STRESS);
                case LOWEST_LIQUIDITY -> forecast.lowest();
                case DEBT_DUE_SHORTFALL -> forecast.debtDueShortfall(Scenario.MARKET_OF_THE_DAY);
                case STRESSED_DEBT_DUE_SHORTFALL -> forecast.debtDueShortfall(Scenario.STRESS);
                case LIQUIDITY_COVER -> balance.liquidityCover();
                case DEBT_DUE_COVER -> balance.debtDueCover();
                case BTC_NAV -> balance.btcNav();
                case MNAV -> balance.mnav();
                case DEBT_TO_BTC_NAV -> balance.debtToBtcNavPercent();
                case DEBT_TO_MARKET_CAP -> balance.debtToMarketCapPercent();
                case PRICE_TO_AVERAGE_COST -> balance.priceToAverageCostPercent();
                case TREASURY_GROWTH -> balance.growthPercentPerYear();
                case HOSTABLE_IT_MW -> hosting.hostableItMw();
                case HOSTING_NOI -> hosting.noiPerYear();
                case HOSTING_YIELD -> hosting.yieldOnCostPercent();
                case HOSTING_FUNDING_GAP -> hosting.fundingGap();
                case HOSTING_GAP_COVER -> hosting.gapCover();
                case EQUITY_NEEDED -> hosting.equityNeeded();
                case LIQUIDITY_AT_FIRST_RENT -> forecast.atFirstRent();
                case LOAD_BEYOND_SITE -> hosting.loadBeyondSite();
                case HOSTING_SHARE -> hosting.shareOfSitePercent();
                case HOSTING_VERSUS_MINING -> hosting.versusMining();
                case MINING_PROHIBITED,
                        MINING_HIGH,
                        NEW_MINING_BARRED,
                        MINING_OPEN,
                        AI_PROHIBITED,
                        AI_HIGH,
                        AI_OPEN,
                        BETTER_FOR_AI,
                        HOSTILE_TO_BOTH -> exposure().percent(metric);
            };
        }

        private Exposure exposure() {
            Exposure known = exposure;
            if (known == null) {
                known = new Exposure(inputs.shares(Input.JURISDICTIONS), jurisdictions);
                exposure = known;
            }
            return known;
        }
    }
}
