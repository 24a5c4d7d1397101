package org.hashwise.rulebook.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The thresholds of the topic {@code projection}: no rule reads them, but the projection does. A rulebook has all of
 * {@link #names} or none; editions of release 1.0 have none, and so no projection.
 */
public final class ProjectionParameters {

    public static final String TOPIC = "projection";

    public static final String PROJECTION_MONTHS = "projectionMonths";
    public static final String MOST_PROJECTION_MONTHS = "mostProjectionMonths";
    public static final String PROJECTION_PATHS = "projectionPaths";
    public static final String MOST_PROJECTION_PATHS = "mostProjectionPaths";
    public static final String PROJECTION_SEED = "projectionSeed";
    public static final String PRICE_DRIFT_PERCENT = "priceDriftPercent";
    public static final String PRICE_VOLATILITY_PERCENT = "priceVolatilityPercent";
    public static final String PRICE_TAIL_DEGREES = "priceTailDegrees";
    public static final String DIFFICULTY_GROWTH_PERCENT = "difficultyGrowthPercent";
    public static final String DIFFICULTY_ON_PRICE = "difficultyOnPrice";
    public static final String DIFFICULTY_ON_EARLIER_PRICE = "difficultyOnEarlierPrice";
    public static final String DIFFICULTY_PULL_BACK = "difficultyPullBack";
    public static final String RESTING_HASHPRICE_USD_PER_PH_DAY = "restingHashpriceUsdPerPhDay";
    public static final String RESTING_DECLINE_PERCENT_PER_YEAR = "restingDeclinePercentPerYear";
    public static final String DIFFICULTY_NOISE_PERCENT = "difficultyNoisePercent";
    public static final String POWER_GROWTH_PERCENT_PER_YEAR = "powerGrowthPercentPerYear";
    public static final String POWER_VOLATILITY_PERCENT = "powerVolatilityPercent";
    public static final String CASH_FLOOR_MONTHS = "cashFloorMonths";
    public static final String FORCED_SALE_SLIPPAGE_PERCENT = "forcedSaleSlippagePercent";
    public static final String PLEDGED_LOAN_TO_VALUE_PERCENT = "pledgedLoanToValuePercent";
    public static final String MARGIN_CALL_PERCENT = "marginCallPercent";
    public static final String LIQUIDATION_PERCENT = "liquidationPercent";
    public static final String RENT_GROWTH_PERCENT_PER_YEAR = "rentGrowthPercentPerYear";
    public static final String SHARE_ISSUANCE_PERCENT_PER_MONTH = "shareIssuancePercentPerMonth";
    public static final String PREMIUM_HALF_LIFE_MONTHS = "premiumHalfLifeMonths";
    public static final String PREMIUM_ON_PRICE = "premiumOnPrice";
    public static final String OVERHEAD_CUT_PERCENT = "overheadCutPercent";
    public static final String OVERHEAD_CUT_MONTHS = "overheadCutMonths";
    public static final String FLEET_WEAR_PERCENT_PER_YEAR = "fleetWearPercentPerYear";
    public static final String MATURITY_EXTENSION_MONTHS = "maturityExtensionMonths";
    public static final String FLEET_SPREAD_PERCENT = "fleetSpreadPercent";
    public static final String NEW_MACHINE_J_PER_TH = "newMachineJPerTh";
    public static final String NEW_MACHINE_USD_PER_TH = "newMachineUsdPerTh";
    public static final String LIQUIDATION_PENALTY_PERCENT = "liquidationPenaltyPercent";
    public static final String BUILDING_CURVE_PERCENT = "buildingCurvePercent";
    public static final String HALL_CLEARING_MONTHS = "hallClearingMonths";
    public static final String TRIGGER_MONTHS = "triggerMonths";
    public static final String TRIGGER_REARM_PERCENT = "triggerRearmPercent";

    /** Observed months from signing to the first capacity, in order. */
    public static final List<String> FIRST_CAPACITY_MONTHS = numbered("firstCapacityMonths", 8);

    /** Observed months from signing to all capacity, in order. */
    public static final List<String> FULL_CAPACITY_MONTHS = numbered("fullCapacityMonths", 5);

    public static final String CALIBRATION_LONGEST_MONTHS = "calibrationLongestMonths";
    public static final CalibrationNames CALIBRATION_LIQUIDITY = CalibrationNames.of("Liquidity");
    public static final CalibrationNames CALIBRATION_COINS = CalibrationNames.of("Coins");

    /** The thresholds of the calibration of one figure. */
    public record CalibrationNames(
            String widthPercent, String known, String companies, String withinBand, String withinRange) {

        private static CalibrationNames of(String figure) {
            String name = "calibration" + figure;
            return new CalibrationNames(
                    name + "WidthPercent",
                    name + "Known",
                    name + "Companies",
                    name + "WithinBand",
                    name + "WithinRange");
        }

        private Set<String> all() {
            return Set.of(widthPercent, known, companies, withinBand, withinRange);
        }
    }

    private ProjectionParameters() {}

    private static List<String> numbered(String name, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> name + number).toList();
    }

    /** The thresholds of the calibration, all or none; editions before it have none, and no calibrated range. */
    public static Set<String> calibration() {
        Set<String> names = new HashSet<>(CALIBRATION_LIQUIDITY.all());
        names.addAll(CALIBRATION_COINS.all());
        names.add(CALIBRATION_LONGEST_MONTHS);
        return names;
    }

    /** The thresholds without those of the calibration. */
    public static Set<String> names() {
        Set<String> names = new HashSet<>(Set.of(
                PROJECTION_MONTHS,
                MOST_PROJECTION_MONTHS,
                PROJECTION_PATHS,
                MOST_PROJECTION_PATHS,
                PROJECTION_SEED,
                PRICE_DRIFT_PERCENT,
                PRICE_VOLATILITY_PERCENT,
                PRICE_TAIL_DEGREES,
                DIFFICULTY_GROWTH_PERCENT,
                DIFFICULTY_ON_PRICE,
                DIFFICULTY_ON_EARLIER_PRICE,
                DIFFICULTY_PULL_BACK,
                RESTING_HASHPRICE_USD_PER_PH_DAY,
                RESTING_DECLINE_PERCENT_PER_YEAR,
                DIFFICULTY_NOISE_PERCENT,
                POWER_GROWTH_PERCENT_PER_YEAR,
                POWER_VOLATILITY_PERCENT,
                CASH_FLOOR_MONTHS,
                FORCED_SALE_SLIPPAGE_PERCENT,
                PLEDGED_LOAN_TO_VALUE_PERCENT,
                MARGIN_CALL_PERCENT,
                LIQUIDATION_PERCENT,
                RENT_GROWTH_PERCENT_PER_YEAR,
                SHARE_ISSUANCE_PERCENT_PER_MONTH,
                PREMIUM_HALF_LIFE_MONTHS,
                PREMIUM_ON_PRICE,
                OVERHEAD_CUT_PERCENT,
                OVERHEAD_CUT_MONTHS,
                FLEET_WEAR_PERCENT_PER_YEAR,
                MATURITY_EXTENSION_MONTHS,
                FLEET_SPREAD_PERCENT,
                NEW_MACHINE_J_PER_TH,
                NEW_MACHINE_USD_PER_TH,
                LIQUIDATION_PENALTY_PERCENT,
                BUILDING_CURVE_PERCENT,
                HALL_CLEARING_MONTHS,
                TRIGGER_MONTHS,
                TRIGGER_REARM_PERCENT));
        names.addAll(FIRST_CAPACITY_MONTHS);
        names.addAll(FULL_CAPACITY_MONTHS);
        return names;
    }
}
