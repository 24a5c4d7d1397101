package org.hashwise.advice;

/** The strategies between which Hashwise chooses. */
public enum Strategy {
    /** Keep mining and keep the balance sheet. */
    HOLD,
    /** Lease power and halls to AI and HPC tenants. */
    AI_HOSTING,
    /** Become a digital-asset treasury. */
    DAT,
    /** None of the three is viable as things stand. */
    RESTRUCTURE
}
