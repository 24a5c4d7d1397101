package org.hashwise.projection;

/**
 * Backtest of the projection: how many later figures of the shipped casebook lie between the quantiles 10 and 90 that the current model projects from an
 * earlier date of the same company. Its test counts them again.
 *
 * @param known later figures that are known
 * @param within those within the band
 */
public record Backtest(int known, int within) {

    /** Of coins held. */
    public static final Backtest COINS = new Backtest(11, 5);

    /** Of cash and free coins. */
    public static final Backtest LIQUIDITY = new Backtest(7, 4);
}
