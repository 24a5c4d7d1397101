package org.hashwise.projection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.hashwise.economics.HalvingEffect;

/** Version of the model of a projection. Receipts state it, so that figures of an earlier version are computed by that one. */
public enum ModelVersion {
    /**
     * Assumptions have the same values on every path, and what a company is worth beyond its coins fades under every
     * strategy.
     */
    FIRST,
    /**
     * Unanswered questions are sampled with the path, only the premium of a treasury company fades, and only a treasury
     * company buys coins with all of its proceeds.
     */
    SECOND,
    /** The subsidy halves when it did, or is expected to; in the earlier versions always in April 2028. */
    THIRD;

    private static final YearMonth HALVING_OF_EARLIER_VERSIONS = YearMonth.of(2028, 4);

    /** The version of new projections. */
    public static final ModelVersion CURRENT = THIRD;

    /** The month of a projection in whose course the subsidy halves, from 1. */
    int halvingMonth(LocalDate startsAt) {
        return this == THIRD
                ? HalvingEffect.monthAfter(startsAt)
                : (int) ChronoUnit.MONTHS.between(YearMonth.from(startsAt), HALVING_OF_EARLIER_VERSIONS);
    }

    /** The number in receipts, from 1. */
    public int number() {
        return ordinal() + 1;
    }

    /** The version with this number; the current one when there is none. */
    public static ModelVersion of(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : CURRENT;
    }
}
