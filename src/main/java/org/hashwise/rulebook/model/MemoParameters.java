package org.hashwise.rulebook.model;

/** Names of the parameters that board memos read. Editions without them are accepted. */
public final class MemoParameters {

    /** Greatest age of the market values, in days, with which a memo is for decision. */
    public static final String MARKET_DAYS = "memoMarketDays";

    /** The same in editions without {@link #MARKET_DAYS}: the age from which market values are called old. */
    public static final String STALE_MARKET_DAYS = "staleMarketDays";

    private MemoParameters() {}
}
