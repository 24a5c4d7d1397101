package org.hashwise.projection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hashwise.projection.CompanyPath.Failure;
import org.hashwise.projection.Projection.Break;
import org.hashwise.projection.Projection.ForcedSale;

/** The outcomes of one plan on all paths. */
final class StrategyPaths {

    private static final double FULL = 100;

    private final double[][] liquidity;
    private final double[][] coins;
    private final int[] failedMonth;
    private final Failure[] failure;
    private final int[] forcedMonth;
    private final double[] forcedBtc;

    StrategyPaths(int months, int paths) {
        liquidity = new double[months + 1][paths];
        coins = new double[months + 1][paths];
        failedMonth = new int[paths];
        failure = new Failure[paths];
        forcedMonth = new int[paths];
        forcedBtc = new double[paths];
    }

    void put(int path, CompanyPath company) {
        for (int month = 0; month < liquidity.length; month++) {
            liquidity[month][path] = company.liquidityUsd()[month];
            coins[month][path] = company.btcHeld()[month];
        }
        failedMonth[path] = company.failedMonth();
        failure[path] = company.failure();
        forcedMonth[path] = company.forcedMonth();
        forcedBtc[path] = company.forcedBtc();
    }

    double[] liquidity(int month) {
        return liquidity[month];
    }

    double[] coins(int month) {
        return coins[month];
    }

    /** The month of the first missed payment on each path. */
    int[] failedMonths() {
        return failedMonth;
    }

    List<Double> survivalPercent() {
        int[] failures = new int[liquidity.length];
        for (int month : failedMonth) {
            if (month < failures.length) {
                failures[month]++;
            }
        }
        int alive = failedMonth.length;
        Double[] percent = new Double[failures.length];
        for (int month = 0; month < failures.length; month++) {
            alive -= failures[month];
            percent[month] = FULL * alive / failedMonth.length;
        }
        return List.of(percent);
    }

    List<Break> breaks() {
        Map<Failure, Integer> counts = new EnumMap<>(Failure.class);
        for (Failure each : failure) {
            if (each != Failure.NONE) {
                counts.merge(each, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Break(entry.getKey().name(), FULL * entry.getValue() / failure.length))
                .sorted(Comparator.comparingDouble(Break::sharePercent).reversed())
                .toList();
    }

    ForcedSale forcedSale() {
        int[] months = Arrays.stream(forcedMonth)
                .filter(month -> month != CompanyPath.NEVER)
                .sorted()
                .toArray();
        double[] sold = IntStream.range(0, forcedBtc.length)
                .filter(path -> forcedMonth[path] != CompanyPath.NEVER)
                .mapToDouble(path -> forcedBtc[path])
                .sorted()
                .toArray();
        boolean never = months.length == 0;
        return new ForcedSale(
                FULL * months.length / forcedMonth.length,
                never ? null : months[months.length / 2],
                never ? 0 : sold[sold.length / 2]);
    }

    /** The path whose rank by liquidity at the end is nearest to a part of all; of equals the one that lasts longer ranks higher. */
    int pathNear(double part) {
        double[] end = liquidity[liquidity.length - 1];
        return IntStream.range(0, end.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer path) -> end[path])
                        .thenComparingInt(path -> failedMonth[path]))
                .skip((int) (part * (end.length - 1)))
                .findFirst()
                .orElse(0);
    }
}
