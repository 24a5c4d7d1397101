package org.hashwise.api;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.Projections.Scenario;
import org.hashwise.projection.Projection;
import org.hashwise.projection.Quantiles;
import org.jspecify.annotations.Nullable;

/**
 * A projection as JSON. Dollars are whole, hashprices have two decimals, coins and percentages one to two: more digits would
 * be chance.
 */
record ProjectionResponse(
        int months,
        int paths,
        long seed,
        Scenario scenario,
        LocalDate startsAt,
        Projection.Market market,
        Map<Strategy, OutlookItem> strategies,
        List<Projection.Comparison> comparisons,
        List<Projection.Trigger> triggers,
        double samplingError,
        Projection.Events events) {

    private static final int CENTS = 2;

    static ProjectionResponse of(Projection projection, Scenario scenario) {
        Map<Strategy, OutlookItem> strategies = new LinkedHashMap<>();
        projection.strategies().forEach((strategy, outlook) -> strategies.put(strategy, OutlookItem.of(outlook)));
        return new ProjectionResponse(
                projection.months(),
                projection.paths(),
                projection.seed(),
                scenario,
                projection.startsAt(),
                new Projection.Market(
                        rounded(projection.market().btcPriceUsd(), 0),
                        rounded(projection.market().hashpriceUsdPerPhDay(), CENTS)),
                strategies,
                projection.comparisons().stream()
                        .map(each -> new Projection.Comparison(
                                each.better(), each.than(), rounded(each.inPercentOfPaths(), 1)))
                        .toList(),
                projection.triggers().stream().map(ProjectionResponse::rounded).toList(),
                rounded(projection.samplingError(), CENTS),
                projection.events());
    }

    private static double rounded(double value, int decimals) {
        double scale = StrictMath.pow(10, decimals);
        // Adding zero makes a negative zero a plain one.
        return Math.rint(value * scale) / scale + 0.0;
    }

    private static List<Quantiles> rounded(List<Quantiles> quantiles, int decimals) {
        return quantiles.stream()
                .map(each -> new Quantiles(
                        each.month(),
                        rounded(each.p10(), decimals),
                        rounded(each.p25(), decimals),
                        rounded(each.p50(), decimals),
                        rounded(each.p75(), decimals),
                        rounded(each.p90(), decimals)))
                .toList();
    }

    record OutlookItem(
            List<Quantiles> liquidityUsd,
            List<Quantiles> btcHeld,
            List<Double> survivalPercent,
            Projection.ForcedSale forcedSale,
            @Nullable Integer survivalPeriodMonths,
            List<Projection.Break> breaksFirst,
            List<Projection.AdviceAt> advice) {
        static OutlookItem of(Projection.Outlook outlook) {
            return new OutlookItem(
                    rounded(outlook.liquidityUsd(), 0),
                    rounded(outlook.btcHeld(), CENTS),
                    outlook.survivalPercent().stream()
                            .map(percent -> rounded(percent, 1))
                            .toList(),
                    new Projection.ForcedSale(
                            rounded(outlook.forcedSale().sharePercent(), 1),
                            outlook.forcedSale().firstMonthMedian(),
                            rounded(outlook.forcedSale().btcMedian(), CENTS)),
                    outlook.survivalPeriodMonths(),
                    outlook.breaksFirst().stream()
                            .map(each -> new Projection.Break(each.what(), rounded(each.sharePercent(), 1)))
                            .toList(),
                    outlook.advice());
        }
    }

    private static Projection.Trigger rounded(Projection.Trigger trigger) {
        return new Projection.Trigger(
                trigger.id(),
                trigger.direction(),
                trigger.at(),
                trigger.forMonths(),
                trigger.then(),
                rounded(trigger.seenInPercent(), 1),
                trigger.earliestMonth(),
                trigger.medianMonth(),
                rounded(trigger.rearmAt(), CENTS),
                trigger.leadMonths());
    }
}
