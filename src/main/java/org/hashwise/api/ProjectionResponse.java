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
        MarketItem market,
        Map<Strategy, OutlookItem> strategies,
        List<ComparisonItem> comparisons,
        List<TriggerItem> triggers,
        double samplingError,
        EventsItem events) {

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
                new MarketItem(
                        QuantileItem.all(projection.market().btcPriceUsd(), 0),
                        QuantileItem.all(projection.market().hashpriceUsdPerPhDay(), CENTS)),
                strategies,
                projection.comparisons().stream()
                        .map(each ->
                                new ComparisonItem(each.better(), each.than(), rounded(each.inPercentOfPaths(), 1)))
                        .toList(),
                projection.triggers().stream().map(TriggerItem::of).toList(),
                rounded(projection.samplingError(), CENTS),
                EventsItem.of(projection.events()));
    }

    private static double rounded(double value, int decimals) {
        double scale = StrictMath.pow(10, decimals);
        // Adding zero makes a negative zero a plain one.
        return Math.rint(value * scale) / scale + 0.0;
    }

    record MarketItem(List<QuantileItem> btcPriceUsd, List<QuantileItem> hashpriceUsdPerPhDay) {}

    record QuantileItem(int month, double p10, double p25, double p50, double p75, double p90) {
        static List<QuantileItem> all(List<Quantiles> quantiles, int decimals) {
            return quantiles.stream()
                    .map(each -> new QuantileItem(
                            each.month(),
                            rounded(each.p10(), decimals),
                            rounded(each.p25(), decimals),
                            rounded(each.p50(), decimals),
                            rounded(each.p75(), decimals),
                            rounded(each.p90(), decimals)))
                    .toList();
        }
    }

    record OutlookItem(
            List<QuantileItem> liquidityUsd,
            List<QuantileItem> btcHeld,
            List<Double> survivalPercent,
            ForcedSaleItem forcedSale,
            @Nullable Integer survivalPeriodMonths,
            List<BreakItem> breaksFirst,
            List<AdviceItem> advice) {
        static OutlookItem of(Projection.Outlook outlook) {
            return new OutlookItem(
                    QuantileItem.all(outlook.liquidityUsd(), 0),
                    QuantileItem.all(outlook.btcHeld(), CENTS),
                    outlook.survivalPercent().stream()
                            .map(percent -> rounded(percent, 1))
                            .toList(),
                    new ForcedSaleItem(
                            rounded(outlook.forcedSale().sharePercent(), 1),
                            outlook.forcedSale().firstMonthMedian(),
                            rounded(outlook.forcedSale().btcMedian(), CENTS)),
                    outlook.survivalPeriodMonths(),
                    outlook.breaksFirst().stream()
                            .map(each -> new BreakItem(each.what(), rounded(each.sharePercent(), 1)))
                            .toList(),
                    outlook.advice().stream()
                            .map(each -> new AdviceItem(each.month(), each.p10(), each.p50(), each.p90()))
                            .toList());
        }
    }

    record ForcedSaleItem(double sharePercent, @Nullable Integer firstMonthMedian, double btcMedian) {}

    record BreakItem(String what, double sharePercent) {}

    record AdviceItem(int month, Strategy p10, Strategy p50, Strategy p90) {}

    record ComparisonItem(Strategy better, Strategy than, double inPercentOfPaths) {}

    record EventsItem(
            @Nullable Integer halving,
            @Nullable Integer debtDue,
            @Nullable Integer powerContractEnds,
            @Nullable Integer firstRent) {
        static EventsItem of(Projection.Events events) {
            return new EventsItem(events.halving(), events.debtDue(), events.powerContractEnds(), events.firstRent());
        }
    }

    record TriggerItem(
            String id,
            String direction,
            double at,
            int forMonths,
            Strategy then,
            double seenInPercent,
            @Nullable Integer earliestMonth,
            @Nullable Integer medianMonth,
            double rearmAt,
            @Nullable Integer leadMonths) {
        static TriggerItem of(Projection.Trigger trigger) {
            return new TriggerItem(
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
}
