package org.hashwise.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.ProjectionDocument;
import org.hashwise.consultation.Projections;
import org.hashwise.consultation.Projections.MarketScenario;
import org.hashwise.projection.Calibration;
import org.hashwise.projection.Projection;
import org.hashwise.projection.ProjectionSettings;
import org.hashwise.projection.Quantiles;
import org.jspecify.annotations.Nullable;

/** {@code project}: the next months of a company under each strategy, over many paths of the market, quarter by quarter. */
record ProjectTool(ToolContext context, Projections projections, ToolDefinition definition) implements McpTool {

    private static final String MONTHS = "months";
    private static final String SCENARIO = "scenario";
    private static final int FEWEST_MONTHS = 6;

    /** Months between two entries of a series. A judgement: a chat is too short for each month. */
    private static final int STEP = 3;

    /** Forward quotes are long lists, which assistants do not have; the API takes them. */
    private static final List<String> SCENARIOS = Arrays.stream(MarketScenario.values())
            .filter(scenario -> scenario != MarketScenario.FORWARD)
            .map(Enum::name)
            .toList();

    static ProjectTool of(ToolContext context, Projections projections) {
        return new ProjectTool(context, projections, context.definition("project", () -> {
            InputSchemas schemas = context.schemas();
            Map<String, Object> months = new LinkedHashMap<>();
            months.put("type", "integer");
            months.put("minimum", FEWEST_MONTHS);
            projections.settings().ifPresent(settings -> months.put("maximum", settings.mostMonths()));
            Map<String, Object> own = new LinkedHashMap<>();
            own.put(MONTHS, schemas.described(months, "argument.months"));
            own.put(SCENARIO, schemas.described(InputSchemas.oneOf(SCENARIOS), "argument.scenario"));
            return schemas.typed(own);
        }));
    }

    @Override
    public ToolResult call(Map<String, @Nullable Object> arguments, Respondent respondent) {
        ProjectionSettings settings = projections.settings().orElse(null);
        if (settings == null) {
            throw new NoProjection();
        }
        ToolArguments given = context.arguments(arguments, MONTHS, SCENARIO);
        int months = given.whole(MONTHS, FEWEST_MONTHS, settings.mostMonths(), settings.months());
        String word = given.word(SCENARIO, SCENARIOS);
        MarketScenario scenario = word.isEmpty() ? MarketScenario.NEUTRAL : MarketScenario.valueOf(word);
        Evaluation evaluation = context.evaluate(given);
        Projections.RunSettings request =
                new Projections.RunSettings(scenario, months, settings.paths(), settings.seed(), List.of());
        return context.limiter()
                .run(() -> reply(
                        evaluation,
                        scenario,
                        projections.project(evaluation, context.analyses().flips(evaluation), request)));
    }

    private static ToolResult reply(Evaluation evaluation, MarketScenario scenario, Projection projection) {
        Map<String, OutlookSummary> strategies = new LinkedHashMap<>();
        Calibration calibration = projection.calibration();
        projection
                .strategies()
                .forEach((strategy, outlook) ->
                        strategies.put(strategy.name(), OutlookSummary.of(outlook, calibration)));
        Map<String, @Nullable Object> reply = new LinkedHashMap<>();
        reply.put(MONTHS, projection.months());
        reply.put("paths", projection.paths());
        reply.put("seed", projection.seed());
        reply.put(SCENARIO, scenario.name());
        reply.put("startsAt", projection.startsAt().toString());
        reply.put("btcPriceUsd", QuantileSummary.all(projection.market().btcPriceUsd()));
        reply.put(
                "hashpriceUsdPerPhDay", QuantileSummary.all(projection.market().hashpriceUsdPerPhDay()));
        reply.put("strategies", strategies);
        reply.put(
                "comparisons",
                projection.comparisons().stream()
                        .map(each -> new ComparisonSummary(
                                each.better().name(), each.than().name(), percent(each.inPercentOfPaths())))
                        .toList());
        reply.put(
                "triggers",
                projection.triggers().stream().map(TriggerSummary::of).toList());
        reply.put("samplingErrorPercent", percent(projection.samplingError()));
        if (calibration != null) {
            reply.put("calibration", ProjectionDocument.CalibrationItem.of(calibration));
        }
        reply.put("rulebook", evaluation.edition());
        return ToolResult.of(PlainJson.object(reply));
    }

    private static Number percent(double value) {
        return Plain.number(value, 1);
    }

    // Further digits are sampling noise.
    private static Number rounded(double value) {
        return Plain.number(value, Math.abs(value) < 1000 ? 1 : 0);
    }

    private static <T> List<T> quarterly(List<T> months) {
        List<T> some = new ArrayList<>();
        for (int month = 0; month < months.size(); month++) {
            if (month % STEP == 0 || month == months.size() - 1) {
                some.add(months.get(month));
            }
        }
        return some;
    }

    /** One path in ten is below {@code p10}, one in ten above {@code p90}. */
    private record QuantileSummary(int month, Number p10, Number p50, Number p90) {
        static List<QuantileSummary> all(List<Quantiles> quantiles) {
            return quarterly(quantiles).stream()
                    .map(each -> new QuantileSummary(
                            each.month(), rounded(each.p10()), rounded(each.p50()), rounded(each.p90())))
                    .toList();
        }
    }

    private record RangeSummary(int month, Number low, Number high) {
        static List<RangeSummary> all(List<Calibration.Range> ranges) {
            return quarterly(ranges).stream()
                    .map(each -> new RangeSummary(each.month(), rounded(each.low()), rounded(each.high())))
                    .toList();
        }
    }

    private record CalibratedRanges(List<RangeSummary> liquidityUsd, List<RangeSummary> btcHeld) {
        static CalibratedRanges of(Calibration.Ranges ranges) {
            return new CalibratedRanges(RangeSummary.all(ranges.liquidityUsd()), RangeSummary.all(ranges.btcHeld()));
        }
    }

    private record OutlookSummary(
            List<QuantileSummary> liquidityUsd,
            List<QuantileSummary> btcHeld,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CalibratedRanges calibratedRange,

            List<Number> survivalPercent,
            Number forcedSalePercent,
            @Nullable Integer survivalPeriodMonths,
            List<BreakSummary> breaksFirst) {
        static OutlookSummary of(Projection.Outlook outlook, @Nullable Calibration calibration) {
            return new OutlookSummary(
                    QuantileSummary.all(outlook.liquidityUsd()),
                    QuantileSummary.all(outlook.btcHeld()),
                    calibration == null ? null : CalibratedRanges.of(calibration.ranges(outlook)),
                    quarterly(outlook.survivalPercent()).stream()
                            .map(ProjectTool::percent)
                            .toList(),
                    percent(outlook.forcedSale().sharePercent()),
                    outlook.survivalPeriodMonths(),
                    outlook.breaksFirst().stream()
                            .map(each -> new BreakSummary(each.what(), percent(each.sharePercent())))
                            .toList());
        }
    }

    private record BreakSummary(String what, Number percentOfPaths) {}

    private record ComparisonSummary(String better, String than, Number inPercentOfPaths) {}

    private record TriggerSummary(
            String id,
            String direction,
            Number at,
            int forMonths,
            String then,
            Number seenInPercent,
            @Nullable Integer earliestMonth,
            @Nullable Integer medianMonth) {
        static TriggerSummary of(Projection.Trigger trigger) {
            return new TriggerSummary(
                    trigger.id(),
                    trigger.direction(),
                    Plain.number(trigger.at()),
                    trigger.forMonths(),
                    trigger.then().name(),
                    percent(trigger.seenInPercent()),
                    trigger.earliestMonth(),
                    trigger.medianMonth());
        }
    }

    /** Exception: the rulebook in force has no parameters of a projection. */
    static final class NoProjection extends RuntimeException {
        NoProjection() {
            super("no parameters of a projection", null, false, false);
        }
    }
}
