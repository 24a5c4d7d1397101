package org.hashwise.economics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The schedule of the block subsidy, which halves every 210,000 blocks (Bitcoin protocol, nSubsidyHalvingInterval). */
public final class BlockSubsidy {

    private static final double FIRST_BTC = 50;

    /** The days of the halvings so far (Bitcoin blocks 210,000, 420,000, 630,000 and 840,000, UTC). */
    private static final List<LocalDate> HALVINGS = List.of(
            LocalDate.of(2012, 11, 28), LocalDate.of(2016, 7, 9), LocalDate.of(2020, 5, 11), LocalDate.of(2024, 4, 20));

    private static final LocalDate LAST = HALVINGS.get(HALVINGS.size() - 1);

    /** 210,000 blocks of ten minutes, in days; later halvings are expected at this distance. */
    private static final double DAYS_BETWEEN = 210_000 / NetworkFormulas.BLOCKS_PER_DAY;

    private static final int MOST_HALVINGS = 44;

    private BlockSubsidy() {}

    /** The block subsidy on a day, BTC. */
    public static double btcOn(LocalDate day) {
        return FIRST_BTC / Math.pow(2, halvingsUntil(day));
    }

    /** The day of the first halving after a day: a known one, or the one expected. */
    public static LocalDate nextHalving(LocalDate day) {
        int next = halvingsUntil(day);
        return next < HALVINGS.size()
                ? HALVINGS.get(next)
                : LAST.plusDays((long) Math.ceil((next - HALVINGS.size() + 1) * DAYS_BETWEEN));
    }

    private static int halvingsUntil(LocalDate day) {
        if (day.isBefore(LAST)) {
            return (int)
                    HALVINGS.stream().filter(halving -> !day.isBefore(halving)).count();
        }
        double expected = Math.floor(ChronoUnit.DAYS.between(LAST, day) / DAYS_BETWEEN);
        return (int) Math.min(MOST_HALVINGS, HALVINGS.size() + expected);
    }
}
