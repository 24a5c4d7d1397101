package org.hashwise.advice;

import java.util.Arrays;
import java.util.List;

/** The strategies between which Hashwise chooses. */
public enum Strategy {
    /** Keep mining and keep the balance sheet. */
    HOLD,
    /** Lease power and halls to AI and HPC tenants. */
    AI_HOSTING,
    /** Become a digital-asset treasury. */
    DAT,
    /** None of the three is viable at present. */
    RESTRUCTURE;

    /** The names of all strategies. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Strategy::name).toList();
    }
}
