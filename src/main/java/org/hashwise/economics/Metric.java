package org.hashwise.economics;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics: figures that are computed, never asked. {@code economics.*} are the figures of the business, {@code
 * exposure.*} the shares of capacity by regulatory grade. Rules match them as fields of the fact types {@code
 * Economics} and {@code Exposure}.
 */
public enum Metric {
    HASHPRICE("economics.hashpriceUsdPerPhDay", "USD/PH/day"),
    BTC_PER_MONTH("economics.btcPerMonth", "BTC/month"),
    POWER_COST("economics.powerCostPerBtcUsd", "USD/BTC"),
    CASH_COST("economics.cashCostPerBtcUsd", "USD/BTC"),
    ALL_IN_COST("economics.allInCostPerBtcUsd", "USD/BTC"),
    BOOK_RESULT("economics.bookResultPerBtcUsd", "USD/BTC", Double.POSITIVE_INFINITY),
    GROSS_MARGIN("economics.grossMarginPercent", "%"),
    CASH_MARGIN("economics.cashMarginPercent", "%"),
    ALL_IN_MARGIN("economics.allInMarginPercent", "%"),
    BREAK_EVEN_POWER_PRICE("economics.breakEvenPowerPriceUsdPerKwh", "USD/kWh"),
    BREAK_EVEN_BTC_PRICE("economics.breakEvenBtcPriceUsd", "USD/BTC"),
    HASHCOST("economics.hashcostUsdPerPhDay", "USD/PH/day"),
    MINING_CASH_FLOW("economics.miningCashFlowUsdPerMonth", "USD/month"),
    LIQUIDITY("economics.liquidityUsd", "USD"),
    RUNWAY("economics.runwayMonths", "months"),
    STRESSED_RUNWAY("economics.stressedRunwayMonths", "months"),
    MONTHS_UNTIL_SHORT("economics.monthsUntilShort", "months"),
    STRESSED_MONTHS_UNTIL_SHORT("economics.stressedMonthsUntilShort", "months"),
    LOWEST_LIQUIDITY("economics.lowestLiquidityUsd", "USD"),
    DEBT_DUE_SHORTFALL("economics.debtDueShortfallUsd", "USD"),
    STRESSED_DEBT_DUE_SHORTFALL("economics.stressedDebtDueShortfallUsd", "USD"),
    LIQUIDITY_COVER("economics.liquidityCover", "×"),
    DEBT_DUE_COVER("economics.debtDueCover", "×"),
    BTC_NAV("economics.btcNavUsd", "USD"),
    MNAV("economics.mnav", "×"),
    DEBT_TO_BTC_NAV("economics.debtToBtcNavPercent", "%"),
    DEBT_TO_MARKET_CAP("economics.debtToMarketCapPercent", "%"),
    PRICE_TO_AVERAGE_COST("economics.priceToAverageCostPercent", "%"),
    HOSTABLE_IT_MW("economics.hostableItMw", "MW"),
    HOSTING_NOI("economics.hostingNoiUsdPerYear", "USD/year"),
    HOSTING_YIELD("economics.hostingYieldOnCostPercent", "%"),
    HOSTING_FUNDING_GAP("economics.hostingFundingGapUsd", "USD"),
    HOSTING_GAP_COVER("economics.hostingGapCover", "×"),
    EQUITY_NEEDED("economics.equityNeededUsd", "USD"),
    LIQUIDITY_AT_FIRST_RENT("economics.liquidityAtFirstRentUsd", "USD"),
    LOAD_BEYOND_SITE("economics.loadBeyondSiteMw", "MW"),
    HOSTING_SHARE("economics.hostingShareOfSitePercent", "%", 100),
    HOSTING_VERSUS_MINING("economics.hostingVersusMiningPerMw", "×"),
    REGULATORY_COST("economics.regulatoryCostPerBtcUsd", "USD/BTC"),
    DEMAND_RESPONSE_SHARE("economics.demandResponsePercentOfPower", "%"),
    TREASURY_GROWTH("economics.treasuryGrowthPercentPerYear", "%"),

    MINING_PROHIBITED("exposure.miningProhibitedPercent", "%"),
    MINING_HIGH("exposure.miningHighPercent", "%"),
    MINING_OPEN("exposure.miningOpenPercent", "%"),
    NEW_MINING_BARRED("exposure.newMiningBarredPercent", "%"),
    AI_PROHIBITED("exposure.aiProhibitedPercent", "%"),
    AI_HIGH("exposure.aiHighPercent", "%"),
    AI_OPEN("exposure.aiOpenPercent", "%"),
    BETTER_FOR_AI("exposure.betterForAiPercent", "%"),
    HOSTILE_TO_BOTH("exposure.hostileToBothPercent", "%");

    private static final Map<String, Metric> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Metric::id, Function.identity()));

    private static final Map<String, Metric> BY_PLACES_ID =
            shares().collect(Collectors.toUnmodifiableMap(Metric::placesId, Function.identity()));

    private static final Map<String, Metric> BY_QUESTION = Map.of(
            Input.HASHPRICE.id(), HASHPRICE,
            Input.REPORTED_CASH_COST.id(), CASH_COST,
            Input.REPORTED_ALL_IN_COST.id(), ALL_IN_COST);

    private final String id;
    private final String unit;

    private final double cap;

    Metric(String id, String unit) {
        this(
                id,
                unit,
                switch (unit) {
                    case "%" -> id.startsWith("exposure.") ? Double.POSITIVE_INFINITY : 1_000;
                    case "×" -> 100;
                    case "months" -> 120;
                    case "USD/BTC", "USD/kWh" -> 1e9;
                    default -> Double.POSITIVE_INFINITY;
                });
    }

    Metric(String id, String unit, double cap) {
        this.id = id;
        this.unit = unit;
        this.cap = cap;
    }

    public String id() {
        return id;
    }

    public String unit() {
        return unit;
    }

    /**
     * The value at which the metric is cut off, in its unit, so that a quotient by next to nothing stays finite: a
     * value at the cap may in truth be beyond it. Infinite when the metric is not cut off.
     */
    public double cap() {
        return cap;
    }

    /** The value, cut off at ± the {@link #cap}. */
    double capped(double value) {
        return Capped.within(value, cap);
    }

    /** The quotient, cut off: 0 when there is nothing to divide, and the cap with its sign without a denominator. */
    double quotient(double numerator, double denominator) {
        return Capped.ratio(numerator, denominator, cap);
    }

    /** The quotient as a percentage, cut off in the same way. */
    double percent(double numerator, double denominator) {
        return quotient(100 * numerator, denominator);
    }

    /** Returns whether a value replaces a figure that does not exist: without a market value there is no mNAV. */
    public boolean isMissing(double value) {
        return this == MNAV && value == 0;
    }

    /** The smallest value that the metric can have. */
    public double smallest() {
        return isShare() || this == HOSTING_SHARE || unit.equals("months") ? 0 : -cap;
    }

    /** The largest value that the metric can have. */
    public double largest() {
        return isShare() ? 100 : cap;
    }

    /** The shares of capacity by regulatory grade. */
    public static Stream<Metric> shares() {
        return Arrays.stream(values()).filter(Metric::isShare);
    }

    /** The name of the places that make up a share, such as {@code exposure.miningHighPlaces}. */
    public String placesId() {
        return id.replace("Percent", "Places");
    }

    // Parts of the company's capacity, which are never more than all of it.
    private boolean isShare() {
        return section().equals("exposure");
    }

    /** {@code economics} or {@code exposure}. */
    public String section() {
        return id.substring(0, id.indexOf('.'));
    }

    /** Returns whether the metric comes from the {@link LiquidityCalendar}, which release 1.0 did not have. */
    boolean needsCalendar() {
        return switch (this) {
            case MONTHS_UNTIL_SHORT,
                    STRESSED_MONTHS_UNTIL_SHORT,
                    LOWEST_LIQUIDITY,
                    DEBT_DUE_SHORTFALL,
                    STRESSED_DEBT_DUE_SHORTFALL,
                    EQUITY_NEEDED,
                    LIQUIDITY_AT_FIRST_RENT,
                    LOAD_BEYOND_SITE -> true;
            default -> false;
        };
    }

    /** The field that rules match. */
    public String field() {
        return id.substring(id.indexOf('.') + 1);
    }

    /** The metric that is computed as long as the question with this id is not answered. */
    public static Optional<Metric> insteadOf(String questionId) {
        return Optional.ofNullable(BY_QUESTION.get(questionId));
    }

    public static Optional<Metric> ofId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The share with these {@linkplain #placesId places}. */
    public static Optional<Metric> ofPlacesId(String id) {
        return Optional.ofNullable(BY_PLACES_ID.get(id));
    }
}
