package org.hashwise.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model of price and difficulty, held against closed formulas and against reference figures from another program. */
class MarketPathsTests {

    private static final int PATHS = 20_000;
    private static final double VOLATILITY = 0.1537;
    private static final double NORMAL = 1e9;
    private static final double HASHPRICE = 36.3;

    @Test
    void aDriftlessLognormalPriceHasTheQuantilesOfItsFormula() {
        List<MarketPath> paths = paths(price(NORMAL), 24);
        double[] low = {0.7109, 0.6172, 0.5054, 0.3810};
        double[] high = {1.4066, 1.6201, 1.9785, 2.6247};
        int[] months = {3, 6, 12, 24};
        for (int i = 0; i < months.length; i++) {
            int month = months[i];
            Quantiles quantiles = quantiles(paths, path -> path.price()[month]);
            assertThat(quantiles.p10() / low[i]).as("P10 after %d", month).isCloseTo(1, within(0.03));
            assertThat(quantiles.p90() / high[i]).as("P90 after %d", month).isCloseTo(1, within(0.03));
        }
    }

    @Test
    void aFallByThirtyPercentIsSeenAsOftenAsAMonthlyWatchSeesIt() {
        List<MarketPath> paths = paths(price(NORMAL), 24);
        assertThat(seen(paths, 0.7, 3)).isCloseTo(0.108, within(0.015));
        assertThat(seen(paths, 0.7, 6)).isCloseTo(0.246, within(0.015));
        assertThat(seen(paths, 0.7, 12)).isCloseTo(0.407, within(0.015));
        assertThat(seen(paths, 0.7, 24)).isCloseTo(0.555, within(0.015));
        assertThat(seen(paths, 0.5, 12)).isCloseTo(0.146, within(0.015));
    }

    @Test
    void theShiftedBarrierIsSeenAboutAsOftenAsOneThatIsWatchedAlways() {
        double shifted = 0.7 * Math.exp(0.5826 * VOLATILITY);
        List<MarketPath> paths = paths(price(NORMAL), 24);
        assertThat(seen(paths, shifted, 3)).isCloseTo(0.199, within(0.015));
        assertThat(seen(paths, shifted, 12)).isCloseTo(0.508, within(0.015));
        assertThat(seen(paths, shifted, 24)).isCloseTo(0.637, within(0.015));
    }

    @Test
    void hashpriceIsPulledBackToItsRestingLevel() {
        List<MarketPath> paths = paths(SampleProjections.MARKET, 24);
        assertHashprice(paths, 6, 26, 37, 51);
        assertHashprice(paths, 12, 25, 36, 51);
        assertHashprice(paths, 24, 22, 32, 47);
        assertThat(share(paths, path -> HASHPRICE * path.revenue(12), 28)).isCloseTo(0.20, within(0.02));
    }

    @Test
    void coinsOfAYearFollowAGrowingDifficulty() {
        MarketModel growing = new MarketModel(0, 0, 11, Math.log(1.02), 0, 0, 0, 38, 0, 0, 0, 0);
        double[] coins =
                generator(growing, PathScenario.neutral(), 12, 1).path(0).coins();
        assertThat(137.135592
                        * IntStream.range(0, 12)
                                .mapToDouble(month -> coins[month])
                                .sum())
                .isCloseTo(1_479.260792, within(1e-5));
    }

    @Test
    void fatTailsKeepTheVarianceAndMakeRareMovesMoreFrequent() {
        List<MarketPath> thin = paths(price(NORMAL), 1);
        List<MarketPath> fat = paths(price(11), 1);
        assertThat(deviation(fat)).isCloseTo(VOLATILITY, within(0.004));
        assertThat(share(fat, path -> path.price()[1], Math.exp(-3 * VOLATILITY)))
                .isGreaterThan(share(thin, path -> path.price()[1], Math.exp(-3 * VOLATILITY)));
    }

    @Test
    void higherVolatilityWidensTheBand() {
        double narrow = width(paths(price(11), 12));
        MarketModel wilder = new MarketModel(0, 2 * VOLATILITY, 11, 0, 0, 0, 0, 38, 0, 0, 0, 0);
        assertThat(width(paths(wilder, 12))).isGreaterThan(1.5 * narrow);
    }

    @Test
    void aPathDependsOnItsNumberAndTheSeedAlone() {
        MarketPaths generator = generator(SampleProjections.MARKET, PathScenario.neutral(), 24, 7);
        assertThat(generator.path(17).price())
                .isEqualTo(generator(SampleProjections.MARKET, PathScenario.neutral(), 24, 7)
                        .path(17)
                        .price())
                .isNotEqualTo(generator.path(18).price())
                .isNotEqualTo(generator(SampleProjections.MARKET, PathScenario.neutral(), 24, 8)
                        .path(17)
                        .price());
        // A longer projection begins with the shorter one.
        assertThat(generator.path(17).price()[6])
                .isEqualTo(generator(SampleProjections.MARKET, PathScenario.neutral(), 6, 7)
                        .path(17)
                        .price()[6]);
    }

    @Test
    void theHalvingTakesHalfOfTheSubsidyAndNoneOfTheFees() {
        MarketPath still =
                new MarketPaths(SampleProjections.STILL, PathScenario.neutral(), HASHPRICE, 10, 17, 24, 1).path(0);
        assertThat(still.coins()[16]).isEqualTo(1);
        assertThat(still.coins()[17]).isCloseTo(0.6 / 1.1, within(1e-12));
        assertThat(still.price()[24]).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-13, 18", "2023-08-31, 8", "2024-04-19, 1", "2024-04-20, 48", "2016-07-08, 1"})
    void theSubsidyHalvesInTheMonthOfTheNextHalving(LocalDate startsAt, int month) {
        assertThat(ModelVersion.CURRENT.halvingMonth(startsAt)).isEqualTo(month);
        assertThat(ModelVersion.SECOND.halvingMonth(LocalDate.of(2026, 11, 13))).isEqualTo(17);
    }

    @Test
    void everyPathBeginsWithWhatTheScenarioSupposes() {
        PathScenario crash =
                new PathScenario(new double[] {Math.log(0.7), 0}, new double[] {Math.log(0.9), Math.log(1.1)});
        for (int path = 0; path < 20; path++) {
            MarketPath market = generator(SampleProjections.MARKET, crash, 6, 3).path(path);
            assertThat(market.price()[1]).isCloseTo(0.7, within(1e-12));
            assertThat(market.price()[2]).isCloseTo(0.7, within(1e-12));
            assertThat(market.coins()[1]).isCloseTo(1 / 0.9, within(1e-12));
            assertThat(market.coins()[2]).isCloseTo(1 / 0.99, within(1e-12));
        }
    }

    @Test
    void theMedianFollowsForwardQuotes() {
        List<MarketPath> shifted =
                ForwardCurve.shifted(paths(SampleProjections.MARKET, 6), List.of(30.0, 29.0, 33.0), HASHPRICE);
        assertThat(quantiles(shifted, path -> HASHPRICE * path.revenue(1)).p50())
                .isCloseTo(30, within(1e-9));
        assertThat(quantiles(shifted, path -> HASHPRICE * path.revenue(3)).p50())
                .isCloseTo(33, within(1e-9));
    }

    private static MarketModel price(double degrees) {
        return new MarketModel(0, VOLATILITY, degrees, 0, 0, 0, 0, 38, 0, 0, 0, 0);
    }

    private static MarketPaths generator(MarketModel model, PathScenario scenario, int months, long seed) {
        return new MarketPaths(model, scenario, HASHPRICE, 0.75, 17, months, seed);
    }

    private static List<MarketPath> paths(MarketModel model, int months) {
        // The reference figures have no halving.
        MarketPaths generator = new MarketPaths(model, PathScenario.neutral(), HASHPRICE, 0.75, 0, months, 20_261_113);
        return IntStream.range(0, PATHS).mapToObj(generator::path).toList();
    }

    private static Quantiles quantiles(List<MarketPath> paths, ToDoubleFunction<MarketPath> value) {
        return Quantiles.of(0, paths.stream().mapToDouble(value).toArray());
    }

    private static double seen(List<MarketPath> paths, double level, int months) {
        return paths.stream()
                        .filter(path ->
                                IntStream.rangeClosed(1, months).anyMatch(month -> path.price()[month] <= level))
                        .count()
                / (double) PATHS;
    }

    private static double share(List<MarketPath> paths, ToDoubleFunction<MarketPath> value, double below) {
        return paths.stream().filter(path -> value.applyAsDouble(path) < below).count() / (double) PATHS;
    }

    private static double deviation(List<MarketPath> paths) {
        return Math.sqrt(paths.stream()
                .mapToDouble(path -> Math.pow(Math.log(path.price()[1]), 2))
                .average()
                .orElseThrow());
    }

    private static double width(List<MarketPath> paths) {
        Quantiles end = quantiles(paths, path -> path.price()[12]);
        return end.p90() - end.p10();
    }

    private static void assertHashprice(List<MarketPath> paths, int month, double p10, double p50, double p90) {
        Quantiles quantiles = quantiles(paths, path -> HASHPRICE * path.revenue(month));
        assertThat(quantiles.p10()).as("P10 after %d", month).isCloseTo(p10, within(1.0));
        assertThat(quantiles.p50()).as("P50 after %d", month).isCloseTo(p50, within(1.0));
        assertThat(quantiles.p90()).as("P90 after %d", month).isCloseTo(p90, within(1.0));
    }
}
