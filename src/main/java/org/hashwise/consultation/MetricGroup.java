package org.hashwise.consultation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hashwise.advice.Advice;
import org.hashwise.economics.Metric;

/** The tables in which a page shows the metrics. */
public enum MetricGroup {
    MINING(
            Metric.HASHPRICE,
            Metric.HASHCOST,
            Metric.BTC_PER_MONTH,
            Metric.BOOK_RESULT,
            Metric.GROSS_MARGIN,
            Metric.CASH_MARGIN,
            Metric.ALL_IN_MARGIN,
            Metric.BREAK_EVEN_BTC_PRICE,
            Metric.BREAK_EVEN_POWER_PRICE,
            Metric.MINING_CASH_FLOW,
            Metric.REGULATORY_COST,
            Metric.DEMAND_RESPONSE_SHARE),
    SURVIVAL(
            Metric.LIQUIDITY,
            Metric.RUNWAY,
            Metric.STRESSED_RUNWAY,
            Metric.MONTHS_UNTIL_SHORT,
            Metric.STRESSED_MONTHS_UNTIL_SHORT,
            Metric.LOWEST_LIQUIDITY,
            Metric.DEBT_DUE_SHORTFALL,
            Metric.STRESSED_DEBT_DUE_SHORTFALL,
            Metric.LIQUIDITY_COVER,
            Metric.DEBT_DUE_COVER,
            Metric.DEBT_TO_MARKET_CAP),
    HOSTING(
            Metric.HOSTABLE_IT_MW,
            Metric.HOSTING_SHARE,
            Metric.HOSTING_NOI,
            Metric.HOSTING_YIELD,
            Metric.HOSTING_FUNDING_GAP,
            Metric.EQUITY_NEEDED,
            Metric.LIQUIDITY_AT_FIRST_RENT,
            Metric.LOAD_BEYOND_SITE,
            Metric.HOSTING_GAP_COVER,
            Metric.HOSTING_VERSUS_MINING),
    TREASURY(Metric.BTC_NAV, Metric.MNAV, Metric.DEBT_TO_BTC_NAV, Metric.PRICE_TO_AVERAGE_COST, Metric.TREASURY_GROWTH),
    EXPOSURE(
            Metric.MINING_OPEN,
            Metric.MINING_HIGH,
            Metric.MINING_PROHIBITED,
            Metric.NEW_MINING_BARRED,
            Metric.AI_OPEN,
            Metric.AI_HIGH,
            Metric.AI_PROHIBITED,
            Metric.BETTER_FOR_AI,
            Metric.HOSTILE_TO_BOTH);

    private final List<Metric> metrics;

    MetricGroup(Metric... metrics) {
        this.metrics = List.of(metrics);
    }

    /** @param key of the message that names the group */
    public record MetricTable(String key, List<MetricLine> lines) {}

    public record MetricLine(String id, double value) {}

    /** Key of the message that names the group. */
    public String key() {
        return "metrics." + name().toLowerCase(Locale.ROOT);
    }

    /** The ids of the metrics of the group. */
    public List<String> ids() {
        return metrics.stream().map(Metric::id).toList();
    }

    /** One table for each group; the costs per bitcoin are in the chart. Without a market value no debt is compared with it. */
    public static List<MetricTable> tables(Advice advice) {
        return Arrays.stream(values())
                .map(group -> new MetricTable(
                        group.key(),
                        group.ids().stream()
                                .filter(id -> advice.metrics().containsKey(id))
                                .map(id -> new MetricLine(id, advice.metrics().getOrDefault(id, 0.0)))
                                .filter(line -> line.value() != 0
                                        || !line.id().equals(Metric.DEBT_TO_MARKET_CAP.id())
                                        || !Metric.MNAV.isMissing(
                                                advice.metrics().getOrDefault(Metric.MNAV.id(), 1.0)))
                                .toList()))
                .filter(table -> !table.lines().isEmpty())
                .toList();
    }
}
