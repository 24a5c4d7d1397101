package org.hashwise.projection;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.hashwise.economics.Economics;
import org.hashwise.market.MarketSnapshot;

/**
 * Monthly changes of the market by which every path begins, before chance takes over.
 *
 * @param priceChanges change of ln price in months 1, 2 …
 * @param difficultyChanges change of ln difficulty in the same months; a halving counts as growth
 */
public record PathScenario(double[] priceChanges, double[] difficultyChanges) {

    private static final String PRICE = "market.btcPriceUsd";
    private static final String NETWORK = "market.networkHashrateEh";
    private static final String SUBSIDY = "market.blockSubsidyBtc";
    private static final String FEES = "market.transactionFeePercent";

    /** Chance alone from today on. */
    public static PathScenario neutral() {
        return new PathScenario(new double[0], new double[0]);
    }

    /** A fall of the price and of the network in the first month, as in the stressed calendar of the advice. */
    public static PathScenario stress() {
        return new PathScenario(
                new double[] {StrictMath.log(Economics.STRESSED_PRICE)},
                new double[] {StrictMath.log(Economics.STRESSED_NETWORK)});
    }

    /**
     * The changes from the first month to the last, by the newest snapshot of each month. What changed over a gap of several
     * months is spread evenly over them.
     */
    public static PathScenario replay(Collection<MarketSnapshot> snapshots, YearMonth from, YearMonth to) {
        NavigableMap<YearMonth, MarketSnapshot> newest = new TreeMap<>();
        snapshots.stream()
                .sorted(Comparator.comparing(MarketSnapshot::asOf))
                .forEach(snapshot -> newest.put(YearMonth.from(snapshot.asOf()), snapshot));
        NavigableMap<YearMonth, MarketSnapshot> replayed = newest.subMap(from, true, to, true);
        if (replayed.isEmpty()) {
            return neutral();
        }
        YearMonth start = replayed.firstKey();
        int months = (int) ChronoUnit.MONTHS.between(start, replayed.lastKey());
        double[] prices = new double[months];
        double[] difficulties = new double[months];
        YearMonth earlier = start;
        for (YearMonth later : replayed.tailMap(start, false).keySet()) {
            MarketSnapshot before = Objects.requireNonNull(replayed.get(earlier));
            MarketSnapshot after = Objects.requireNonNull(replayed.get(later));
            int first = (int) ChronoUnit.MONTHS.between(start, earlier);
            int last = (int) ChronoUnit.MONTHS.between(start, later);
            Arrays.fill(
                    prices, first, last, StrictMath.log(value(after, PRICE) / value(before, PRICE)) / (last - first));
            Arrays.fill(difficulties, first, last, StrictMath.log(coins(before) / coins(after)) / (last - first));
            earlier = later;
        }
        return new PathScenario(prices, difficulties);
    }

    // Coins that a given hashrate finds, but for a constant.
    private static double coins(MarketSnapshot snapshot) {
        return value(snapshot, SUBSIDY) * (1 + value(snapshot, FEES) / 100) / value(snapshot, NETWORK);
    }

    private static double value(MarketSnapshot snapshot, String id) {
        MarketSnapshot.Indicator indicator = snapshot.indicators().get(id);
        if (indicator == null) {
            throw new IllegalArgumentException(id + " of " + snapshot.asOf());
        }
        return indicator.value();
    }

    /** Change of ln price in a month; not a number when it is left to chance. */
    double priceChange(int month) {
        return month <= priceChanges.length ? priceChanges[month - 1] : Double.NaN;
    }

    double difficultyChange(int month) {
        return month <= difficultyChanges.length ? difficultyChanges[month - 1] : Double.NaN;
    }
}
