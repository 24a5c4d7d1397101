package org.hashwise.analysis;

/** Who can change a value: the company or the market. */
public enum Controllability {
    /** The company, at least in part. */
    LEVER,
    /** Nobody alone. */
    MARKET;

    private static final String MARKET_SECTION = "market.";

    static Controllability of(String id) {
        return id.startsWith(MARKET_SECTION) ? MARKET : LEVER;
    }
}
