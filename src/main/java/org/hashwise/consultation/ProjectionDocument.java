package org.hashwise.consultation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.hashwise.advice.Strategy;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.consultation.Projections.MarketScenario;
import org.hashwise.projection.Calibration;
import org.hashwise.projection.ModelVersion;
import org.hashwise.projection.Projection;
import org.hashwise.projection.ProjectionSettings;
import org.hashwise.projection.Quantiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A projection as JSON, for the API and for receipts alike. Dollars are whole, hashprices have two decimals, coins and
 * percentages one to two: more digits would be chance.
 *
 * @param model number of the version of the model; null in receipts of the first one
 * @param calibration of the bands; null for paths that have none, and in editions before it
 */
public record ProjectionDocument(
        int months,
        int paths,
        long seed,
        MarketScenario scenario,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer model,
        LocalDate startsAt,
        Projection.Market market,
        Map<Strategy, OutlookItem> strategies,
        List<Projection.Comparison> comparisons,
        List<Projection.Trigger> triggers,
        double samplingError,
        Projection.Events events,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CalibrationItem calibration) {

    private static final int CENTS = 2;
    private static final JsonMapper JSON = new JsonMapper();

    /** A projection by the current model. */
    public static ProjectionDocument of(Projection projection, MarketScenario scenario) {
        return of(projection, scenario, ModelVersion.CURRENT);
    }

    private static ProjectionDocument of(Projection projection, MarketScenario scenario, ModelVersion model) {
        Map<Strategy, OutlookItem> strategies = new LinkedHashMap<>();
        Calibration calibration = projection.calibration();
        projection
                .strategies()
                .forEach((strategy, outlook) -> strategies.put(strategy, OutlookItem.of(outlook, calibration)));
        return new ProjectionDocument(
                projection.months(),
                projection.paths(),
                projection.seed(),
                scenario,
                model == ModelVersion.FIRST ? null : Integer.valueOf(model.number()),
                projection.startsAt(),
                new Projection.Market(
                        rounded(projection.market().btcPriceUsd(), 0),
                        rounded(projection.market().hashpriceUsdPerPhDay(), CENTS)),
                strategies,
                projection.comparisons().stream()
                        .map(each -> new Projection.Comparison(
                                each.better(), each.than(), Plain.rounded(each.inPercentOfPaths(), 1)))
                        .toList(),
                projection.triggers().stream().map(ProjectionDocument::rounded).toList(),
                Plain.rounded(projection.samplingError(), CENTS),
                projection.events(),
                calibration == null ? null : CalibrationItem.of(calibration));
    }

    /**
     * The projection that a receipt holds: months, paths and seed of the rulebook, and chance alone from today on.
     *
     * @param model version of the model
     * @param projector makes the projection that is asked for
     */
    static ProjectionDocument recorded(
            ProjectionSettings settings, ModelVersion model, Function<Projections.RunSettings, Projection> projector) {
        Projections.RunSettings usual = Projections.RunSettings.usual(settings, MarketScenario.NEUTRAL);
        return of(projector.apply(usual), usual.scenario(), model);
    }

    /** The months to come that a receipt holds; null in receipts of releases that projected none. */
    public static @Nullable ProjectionDocument of(Receipt receipt) {
        JsonNode recorded = receipt.json().path(ReceiptFields.PROJECTION);
        return recorded.isObject() ? JSON.treeToValue(recorded, ProjectionDocument.class) : null;
    }

    /** The version of the model that a receipt states for its projection. */
    static ModelVersion model(JsonNode receipt) {
        return ModelVersion.of(
                receipt.path(ReceiptFields.PROJECTION).path("model").asInt(ModelVersion.FIRST.number()));
    }

    /** The projection with the rounded figures, as pages show it. */
    public Projection projection() {
        SortedMap<Strategy, Projection.Outlook> outlooks = new TreeMap<>();
        strategies.forEach((strategy, item) -> outlooks.put(strategy, item.outlook()));
        return new Projection(
                months,
                paths,
                seed,
                startsAt,
                market,
                outlooks,
                comparisons,
                triggers,
                samplingError,
                events,
                calibration == null ? null : calibration.calibration());
    }

    private static List<Quantiles> rounded(List<Quantiles> quantiles, int decimals) {
        return quantiles.stream().map(each -> rounded(each, decimals)).toList();
    }

    /** Quantiles with so many decimals. */
    public static Quantiles rounded(Quantiles quantiles, int decimals) {
        return new Quantiles(
                quantiles.month(),
                Plain.rounded(quantiles.p10(), decimals),
                Plain.rounded(quantiles.p25(), decimals),
                Plain.rounded(quantiles.p50(), decimals),
                Plain.rounded(quantiles.p75(), decimals),
                Plain.rounded(quantiles.p90(), decimals));
    }

    private static List<Double> roundedEach(List<Double> values, int decimals) {
        return values.stream().map(value -> Plain.rounded(value, decimals)).toList();
    }

    private static List<Calibration.Range> roundedRanges(List<Calibration.Range> ranges, int decimals) {
        return ranges.stream()
                .map(each -> new Calibration.Range(
                        each.month(), Plain.rounded(each.low(), decimals), Plain.rounded(each.high(), decimals)))
                .toList();
    }

    /**
     * The calibration of a reply.
     *
     * @param coveragePercent share of later figures that the band and the range are meant to contain
     */
    public record CalibrationItem(
            Method method,
            int coveragePercent,
            int longestMonths,
            Calibration.Figure liquidityUsd,
            Calibration.Figure btcHeld,
            List<Limit> limits) {

        private static final int COVERAGE_PERCENT = 80;

        /** The method that finds the width of the range. */
        public enum Method {
            CONFORMALIZED_QUANTILE_REGRESSION
        }

        /** Limits of the calibration. */
        public enum Limit {
            /** Few figures are known. */
            SMALL_SAMPLE,
            /** Several dates are of one company, and their months overlap. */
            REPEATED_COMPANIES,
            /** All companies are listed. */
            LISTED_COMPANIES,
            /** Each figure is known under the strategy that the company chose; others are taken to be alike. */
            CHOSEN_STRATEGY,
            /** Later months than were seen are taken to be alike. */
            LATER_MONTHS
        }

        public CalibrationItem {
            limits = List.copyOf(limits);
        }

        /** The calibration with its method and limits. */
        public static CalibrationItem of(Calibration calibration) {
            return new CalibrationItem(
                    Method.CONFORMALIZED_QUANTILE_REGRESSION,
                    COVERAGE_PERCENT,
                    calibration.longestMonths(),
                    calibration.liquidityUsd(),
                    calibration.btcHeld(),
                    List.of(Limit.values()));
        }

        private Calibration calibration() {
            return new Calibration(longestMonths, liquidityUsd, btcHeld);
        }
    }

    /**
     * The outcome under one strategy; the components are those of {@link Projection.Outlook}.
     *
     * @param calibratedRange of the rounded quantiles; null without a calibration
     */
    public record OutlookItem(
            List<Quantiles> liquidityUsd,
            List<Quantiles> btcHeld,
            @JsonInclude(JsonInclude.Include.NON_NULL) Calibration.@Nullable Ranges calibratedRange,
            List<Double> survivalPercent,
            Projection.ForcedSale forcedSale,
            @Nullable Integer runwayMonths,
            @Nullable Integer survivalPeriodMonths,
            List<Projection.Break> breaksFirst,
            List<Projection.AdviceAt> advice,
            List<Projection.Example> examples) {
        static OutlookItem of(Projection.Outlook outlook, @Nullable Calibration calibration) {
            List<Quantiles> liquidity = rounded(outlook.liquidityUsd(), 0);
            List<Quantiles> coins = rounded(outlook.btcHeld(), CENTS);
            return new OutlookItem(
                    liquidity,
                    coins,
                    calibration == null
                            ? null
                            : new Calibration.Ranges(
                                    roundedRanges(calibration.liquidityUsd().ranges(liquidity), 0),
                                    roundedRanges(calibration.btcHeld().ranges(coins), CENTS)),
                    roundedEach(outlook.survivalPercent(), 1),
                    new Projection.ForcedSale(
                            Plain.rounded(outlook.forcedSale().sharePercent(), 1),
                            outlook.forcedSale().firstMonthMedian(),
                            Plain.rounded(outlook.forcedSale().btcMedian(), CENTS)),
                    outlook.runwayMonths(),
                    outlook.survivalPeriodMonths(),
                    outlook.breaksFirst().stream()
                            .map(each -> new Projection.Break(each.what(), Plain.rounded(each.sharePercent(), 1)))
                            .toList(),
                    outlook.advice(),
                    outlook.examples().stream()
                            .map(path -> new Projection.Example(
                                    roundedEach(path.liquidityUsd(), 0), roundedEach(path.btcHeld(), CENTS)))
                            .toList());
        }

        private Projection.Outlook outlook() {
            return new Projection.Outlook(
                    liquidityUsd,
                    btcHeld,
                    survivalPercent,
                    runwayMonths,
                    survivalPeriodMonths,
                    forcedSale,
                    breaksFirst,
                    advice,
                    examples);
        }
    }

    private static Projection.Trigger rounded(Projection.Trigger trigger) {
        return new Projection.Trigger(
                trigger.id(),
                trigger.direction(),
                trigger.at(),
                trigger.forMonths(),
                trigger.then(),
                Plain.rounded(trigger.seenInPercent(), 1),
                trigger.earliestMonth(),
                trigger.medianMonth(),
                Plain.rounded(trigger.rearmAt(), CENTS),
                trigger.leadMonths());
    }
}
