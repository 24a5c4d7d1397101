package org.hashwise.advice;

/** How far {@link Strategy#AI_HOSTING} goes. */
public enum Extent {
    /** Some sites or halls; mining goes on elsewhere. */
    PARTIAL,
    /** Nearly all suitable power. */
    FULL
}
