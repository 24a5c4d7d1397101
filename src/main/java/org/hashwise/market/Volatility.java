package org.hashwise.market;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Realised volatility of one indicator, measured on the snapshots: the root of the sum of squared log returns divided by
 * the days between the first and the last snapshot (zero drift, as is usual for realised variance). A log return over d days
 * has the standard deviation σ · √d.
 *
 * @param perRootDay σ, for one day
 * @param intervals the number of returns that it is measured on
 * @param from date of the first snapshot
 * @param to date of the last snapshot
 */
public record Volatility(double perRootDay, int intervals, LocalDate from, LocalDate to) {

    /** A year of monthly snapshots: the standard error of σ is then about σ / √24, a fifth of it. A judgement. */
    private static final int FEWEST_INTERVALS = 12;

    /** Empty when fewer than 13 snapshots have the indicator, or when it never changed. */
    public static Optional<Volatility> of(MarketHistory history, String id) {
        double sum = 0;
        int intervals = 0;
        MarketSnapshot first = null;
        MarketSnapshot before = null;
        for (MarketSnapshot snapshot : history.snapshots()) {
            double now = snapshot.value(id).orElse(0);
            if (now <= 0) {
                continue;
            }
            if (first == null) {
                first = snapshot;
            }
            if (before != null) {
                double logReturn = Math.log(now / before.value(id).orElse(now));
                sum += logReturn * logReturn;
                intervals++;
            }
            before = snapshot;
        }
        if (first == null || before == null || intervals < FEWEST_INTERVALS || sum == 0) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(first.asOf(), before.asOf());
        return Optional.of(new Volatility(Math.sqrt(sum / days), intervals, first.asOf(), before.asOf()));
    }

    /** The standard deviation of the log return over so many days. */
    public double over(double days) {
        return perRootDay * Math.sqrt(days);
    }

    /** The move that is typical for so many days: one standard deviation of the log return down and up. */
    public Move typicalMove(double days) {
        return new Move(Math.expm1(-over(days)), Math.expm1(over(days)));
    }

    /**
     * A relative change in either direction.
     *
     * @param low change down, from −1 to 0
     * @param high change up, 0 or more
     */
    public record Move(double low, double high) {
        /** Returns whether a value is reached from another by at most this move. */
        public boolean covers(double from, double to) {
            return to >= from * (1 + low) && to <= from * (1 + high);
        }
    }
}
