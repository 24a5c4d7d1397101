package org.hashwise.market;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A market value that is out of line with the snapshot before it, which a person has to confirm: a typing error, a wrong
 * unit and a crash look alike.
 *
 * @param id question id of the indicator
 * @param before the value of the snapshot before
 * @param since the date of that snapshot
 * @param value the value that is out of line
 * @param reason which limit it exceeds
 */
public record Outlier(String id, double before, LocalDate since, double value, ExceededLimit reason) {

    /** The limit that a value exceeds. */
    public enum ExceededLimit {
        /** More than 25 % away from the value before. */
        LARGE_CHANGE,
        /** More than six standard deviations of the changes in so many days. */
        SIX_SIGMA,
        /** A block subsidy other than that of the schedule of halvings, which then is the value before. */
        NOT_SCHEDULED
    }

    /** A judgement: in 52 months since 2022 the price moved further five times and the network never, so a person looks at few. */
    private static final double LARGEST_CHANGE = 0.25;

    private static final double SIGMAS = 6;

    private static final double RATIO_ROUNDING = 1e-9;

    /**
     * Days after which the difficulty is adjusted (2,016 blocks of ten minutes). The network hashrate follows from it, so that
     * it changes in steps: a single day may bring the change of a whole period.
     */
    private static final long ADJUSTMENT_DAYS = 14;

    /**
     * Compares a new snapshot with the newest one before its date; with the first when none is older. Fees are compared by
     * what they do to the reward for a block, because their share of it is small and multiplies within days.
     */
    public static List<Outlier> in(MarketSnapshot snapshot, MarketHistory history) {
        if (history.newest().isEmpty()) {
            return List.of();
        }
        MarketSnapshot before = history.nearest(snapshot.asOf());
        List<Outlier> outliers = new ArrayList<>();
        snapshot.indicators().forEach((id, indicator) -> {
            OptionalDouble last = before.value(id);
            if (last.isPresent()) {
                double ratio = reward(id, indicator.value()) / reward(id, last.getAsDouble());
                ExceededLimit reason = reason(id, ratio, days(before, snapshot), history);
                if (reason != null) {
                    outliers.add(new Outlier(id, last.getAsDouble(), before.asOf(), indicator.value(), reason));
                }
            }
        });
        return List.copyOf(outliers);
    }

    private static double reward(String id, double value) {
        return id.equals(MarketSnapshot.TRANSACTION_FEES) ? 100 + value : value;
    }

    private static long days(MarketSnapshot one, MarketSnapshot other) {
        return Math.max(1, Math.abs(ChronoUnit.DAYS.between(one.asOf(), other.asOf())));
    }

    private static @Nullable ExceededLimit reason(String id, double ratio, long days, MarketHistory history) {
        if (id.equals(MarketSnapshot.BLOCK_SUBSIDY)) {
            return null; // compared with the schedule of the protocol instead
        }
        if (Math.abs(ratio - 1) > LARGEST_CHANGE + RATIO_ROUNDING) {
            return ExceededLimit.LARGE_CHANGE;
        }
        if (id.equals(MarketSnapshot.TRANSACTION_FEES)) {
            return null;
        }
        long period = id.equals(MarketSnapshot.NETWORK_HASHRATE) ? Math.max(days, ADJUSTMENT_DAYS) : days;
        return Volatility.of(history, id)
                .filter(volatility -> Math.abs(Math.log(ratio)) > SIGMAS * volatility.over((double) period))
                .map(volatility -> ExceededLimit.SIX_SIGMA)
                .orElse(null);
    }

    /** The change from the value before, as a part of it. */
    public double change() {
        return value / before - 1;
    }
}
