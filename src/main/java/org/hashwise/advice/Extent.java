package org.hashwise.advice;

/** Extent of {@link Strategy#AI_HOSTING}: the part of the power that is leased. */
public enum Extent {
    /** Some sites or halls; mining goes on elsewhere. */
    PARTIAL,
    /** Nearly all suitable power. */
    FULL
}
