package org.hashwise.economics;

/** Coins, cash and debt: all in USD and BTC. */
final class TreasuryFormulas {

    private TreasuryFormulas() {}

    /** Coins that are neither pledged nor lent. */
    static double freeBtc(double btc, double pledgedPercent) {
        return btc * (1 - pledgedPercent / 100);
    }

    /**
     * Basic mNAV: market capitalisation over the market value of the coins, without debt, cash and dilution (the
     * variants differ near 1: NYDIG, 2025-12); 100 at most. 0 without a market value, else 100 without coins.
     */
    static double mnav(double marketCapUsd, double coinsUsd) {
        return Metric.MNAV.quotient(marketCapUsd, coinsUsd);
    }
}
