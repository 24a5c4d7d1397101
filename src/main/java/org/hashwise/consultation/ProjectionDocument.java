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
import org.hashwise.consultation.Projections.Scenario;
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
 */
public record ProjectionDocument(
        int months,
        int paths,
        long seed,
        Scenario scenario,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer model,
        LocalDate startsAt,
        Projection.Market market,
        Map<Strategy, OutlookItem> strategies,
        List<Projection.Comparison> comparisons,
        List<Projection.Trigger> triggers,
        double samplingError,
        Projection.Events events) {

    private static final int CENTS = 2;
    private static final JsonMapper JSON = new JsonMapper();

    /** A projection by the current model. */
    public static ProjectionDocument of(Projection projection, Scenario scenario) {
        return of(projection, scenario, ModelVersion.CURRENT);
    }

    private static ProjectionDocument of(Projection projection, Scenario scenario, ModelVersion model) {
        Map<Strategy, OutlookItem> strategies = new LinkedHashMap<>();
        projection.strategies().forEach((strategy, outlook) -> strategies.put(strategy, OutlookItem.of(outlook)));
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
                projection.events());
    }

    /**
     * The projection that a receipt holds: months, paths and seed of the rulebook, and chance alone from today on.
     *
     * @param model version of the model
     * @param projector makes the projection that is asked for
     */
    static ProjectionDocument recorded(
            ProjectionSettings settings, ModelVersion model, Function<Projections.Request, Projection> projector) {
        Projections.Request usual = Projections.Request.usual(settings, Scenario.NEUTRAL);
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
                months, paths, seed, startsAt, market, outlooks, comparisons, triggers, samplingError, events);
    }

    private static List<Quantiles> rounded(List<Quantiles> quantiles, int decimals) {
        return quantiles.stream()
                .map(each -> new Quantiles(
                        each.month(),
                        Plain.rounded(each.p10(), decimals),
                        Plain.rounded(each.p25(), decimals),
                        Plain.rounded(each.p50(), decimals),
                        Plain.rounded(each.p75(), decimals),
                        Plain.rounded(each.p90(), decimals)))
                .toList();
    }

    private static List<Double> roundedEach(List<Double> values, int decimals) {
        return values.stream().map(value -> Plain.rounded(value, decimals)).toList();
    }

    /** The outcome under one strategy; the components are those of {@link Projection.Outlook}. */
    public record OutlookItem(
            List<Quantiles> liquidityUsd,
            List<Quantiles> btcHeld,
            List<Double> survivalPercent,
            Projection.ForcedSale forcedSale,
            @Nullable Integer runwayMonths,
            @Nullable Integer survivalPeriodMonths,
            List<Projection.Break> breaksFirst,
            List<Projection.AdviceAt> advice,
            List<Projection.Example> examples) {
        static OutlookItem of(Projection.Outlook outlook) {
            return new OutlookItem(
                    rounded(outlook.liquidityUsd(), 0),
                    rounded(outlook.btcHeld(), CENTS),
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
