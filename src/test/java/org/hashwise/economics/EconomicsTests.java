package org.hashwise.economics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EconomicsTests {

    /** The widest accepted values by question. */
    private static final Map<Input, double[]> RANGES = Map.ofEntries(
            range(Input.BTC_PRICE, 100, 1e7),
            range(Input.NETWORK_HASHRATE, 1, 100_000),
            range(Input.BLOCK_SUBSIDY, 0, 50),
            range(Input.TRANSACTION_FEE, 0, 300),
            range(Input.HASHPRICE, 0, 10_000),
            range(Input.HASHRATE, 0, 500),
            range(Input.EFFICIENCY, 5, 150),
            range(Input.POOL_FEE, 0, 10),
            range(Input.SITE_OVERHEAD, 0, 60),
            range(Input.CASH_OVERHEAD, 0, 1e9),
            range(Input.NON_CASH_COST, 0, 1e9),
            range(Input.REPORTED_CASH_COST, 0, 5e6),
            range(Input.REPORTED_ALL_IN_COST, 0, 5e6),
            range(Input.ENERGIZED_MW, 0, 10_000),
            range(Input.PIPELINE_MW, 0, 50_000),
            range(Input.LARGEST_SITE_MW, 0, 10_000),
            range(Input.CONVERSION_MONTHS, 1, 120),
            range(Input.CONTRACT_YEARS, 0, 40),
            range(Input.POWER_PRICE, 0, 1),
            range(Input.DEMAND_RESPONSE, 0, 1e9),
            range(Input.CONTRACTED_MW, 0, 10_000),
            range(Input.LEASE, 0, 2_000),
            range(Input.CAPEX, 0, 5e7),
            range(Input.FUNDED_CAPEX, 0, 100),
            range(Input.PENDING_TAX, 0, 1),
            range(Input.CASH, 0, 1e12),
            range(Input.BTC_HELD, 0, 21e6),
            range(Input.PLEDGED, 0, 100),
            range(Input.AVERAGE_BTC_COST, 0, 5e6),
            range(Input.DEBT, 0, 1e12),
            range(Input.DEBT_DUE, 0, 1e12),
            range(Input.DEBT_DUE_MONTHS, 0, 12),
            range(Input.HORIZON, 3, 120),
            range(Input.MONTHLY_BURN, -1e9, 1e9),
            range(Input.MARKET_CAP, 0, 1e13));

    @Test
    void everyMetricIsFiniteForEveryAcceptedFigure() {
        Random random = new Random(20251130);
        for (int company = 0; company < 20_000; company++) {
            SampleFigures figures = anyCompany(random);
            Economics economics = Economics.of(figures, SampleJurisdictions.TABLE);
            for (Metric metric : Metric.values()) {
                assertThat(economics.get(metric)).as(metric.id()).isFinite();
            }
            assertThat(economics.get(Metric.RUNWAY)).isBetween(0.0, 120.0);
            assertThat(economics.get(Metric.STRESSED_RUNWAY)).isBetween(0.0, economics.get(Metric.RUNWAY) * (1 + 1e-9));
            assertThat(economics.get(Metric.STRESSED_MONTHS_UNTIL_SHORT)).isBetween(0.0, 120.0);
            assertThat(economics.get(Metric.DEBT_DUE_SHORTFALL))
                    .isBetween(0.0, figures.numberAt(Input.DEBT_DUE.ordinal()));
            assertThat(economics.get(Metric.STRESSED_DEBT_DUE_SHORTFALL))
                    .isBetween(
                            economics.get(Metric.DEBT_DUE_SHORTFALL) * (1 - 1e-9),
                            figures.numberAt(Input.DEBT_DUE.ordinal()));
            assertThat(economics.get(Metric.ALL_IN_COST)).isGreaterThanOrEqualTo(economics.get(Metric.CASH_COST));
            assertThat(economics.get(Metric.GROSS_MARGIN) + 1e-6)
                    .isGreaterThanOrEqualTo(economics.get(Metric.CASH_MARGIN));
        }
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void metricAloneIsTheSameAsAmongAll(Metric metric) {
        Random random = new Random(metric.ordinal());
        for (int company = 0; company < 50; company++) {
            SampleFigures figures = anyCompany(random);
            assertThat(figures.metric(metric))
                    .isEqualTo(Economics.of(figures, SampleJurisdictions.TABLE).get(metric));
        }
    }

    @Test
    void reportedCostRestsOnNothingElse() {
        SampleFigures figures = SampleFigures.midSizedMiner().answer(Input.REPORTED_CASH_COST, 50_000.0);
        figures.metric(Metric.CASH_COST);
        assertThat(figures.read).containsExactly(Input.REPORTED_CASH_COST.id());
    }

    @Test
    void givenHashpriceNeedsNoNetwork() {
        SampleFigures figures = SampleFigures.midSizedMiner().answer(Input.HASHPRICE, 40.0);
        figures.metric(Metric.HASHPRICE);
        assertThat(figures.read).containsExactly(Input.HASHPRICE.id());
    }

    @Test
    void questionsWithoutAnAnswerOrAssumptionAreNotRead() {
        SampleFigures figures = SampleFigures.midSizedMiner();
        Economics.of(figures, SampleJurisdictions.TABLE);
        assertThat(figures.read)
                .doesNotContainAnyElementsOf(
                        SampleFigures.COMPUTED.stream().map(Input::id).toList());
    }

    @Test
    void companyWithoutDebtNeedsNoLiquidity() {
        SampleFigures figures = SampleFigures.midSizedMiner().answer(Input.DEBT, 0.0);
        figures.metric(Metric.LIQUIDITY_COVER);
        assertThat(figures.read).containsExactly(Input.DEBT.id());
    }

    private static SampleFigures anyCompany(Random random) {
        SampleFigures figures = SampleFigures.midSizedMiner();
        for (Input input : Input.values()) {
            double[] range = RANGES.get(input);
            if (range != null && (!SampleFigures.COMPUTED.contains(input) || random.nextBoolean())) {
                figures.answer(input, anyNumber(range[0], range[1], random));
            }
        }
        String[] connections = {"FIRM", "INTERRUPTIBLE", "APPROVED_NOT_BUILT", "QUEUED", "NONE"};
        String[] stages = {"NONE", "TALKS", "LETTER_OF_INTENT", "SIGNED"};
        String[] controls = {"OWNED", "LEASED", "HOSTED_BY_OTHERS"};
        double inNewYork = random.nextInt(101);
        return figures.answer(Input.LISTED, random.nextBoolean())
                .answer(Input.INTERCONNECTION, connections[random.nextInt(connections.length)])
                .answer(Input.TENANT_STAGE, stages[random.nextInt(stages.length)])
                .answer(Input.SITE_CONTROL, controls[random.nextInt(controls.length)])
                .answer(Input.JURISDICTIONS, new TreeMap<>(Map.of("US-NY", inNewYork, "XX", 100 - inNewYork)));
    }

    // The ends of a range are where a formula breaks, so they come often.
    private static double anyNumber(double min, double max, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> min;
            case 1 -> max;
            case 2 -> min + 1e-12 * (max - min);
            default -> min + Math.pow(random.nextDouble(), 4) * (max - min);
        };
    }

    private static Map.Entry<Input, double[]> range(Input input, double min, double max) {
        return Map.entry(input, new double[] {min, max});
    }
}
