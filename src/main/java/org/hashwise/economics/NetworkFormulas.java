package org.hashwise.economics;

/**
 * Formulas of difficulty, network hashrate and hashprice.
 *
 * <p>Difficulty has no unit, hashrates are in EH/s, the subsidy is in BTC per block, fees are in percent of the
 * subsidy.
 */
public final class NetworkFormulas {

    static final double BLOCKS_PER_DAY = 144;

    /** The pace that the difficulty adjustment aims at (Bitcoin Core, consensus parameter nPowTargetSpacing). */
    static final double TARGET_SECONDS_PER_BLOCK = 600;

    static final double PH_PER_EH = 1_000;

    private static final double HASHES_PER_EH = 1e18;

    // The field's convention; the exact factor, 2^256 / (0xFFFF · 2^208), is larger by 0.0015 %.
    private static final double HASHES_PER_DIFFICULTY = 0x1p32;

    private NetworkFormulas() {}

    /** The hashrate that finds a block every 600 seconds: D · 2^32 / 600. */
    public static double networkHashrateEh(double difficulty) {
        return difficulty * HASHES_PER_DIFFICULTY / TARGET_SECONDS_PER_BLOCK / HASHES_PER_EH;
    }

    /**
     * Coins that one PH/s is expected to find in a day at target pace, before the pool's fee: (S + F) · 144 /
     * H<sub>net</sub>, which is 10^15 · 86,400 / (D · 2^32) · (S + F); never more than all coins of the day.
     */
    public static double btcPerPhDay(double networkHashrateEh, double subsidyBtc, double feePercentOfSubsidy) {
        double btcPerBlock = subsidyBtc * (1 + feePercentOfSubsidy / 100);
        return Capped.ratio(btcPerBlock * BLOCKS_PER_DAY, networkHashrateEh * PH_PER_EH, btcPerBlock * BLOCKS_PER_DAY);
    }

    /** Hashprice in USD per PH/s per day, before the pool's fee (definition: Luxor, Hashrate Index). */
    public static double hashprice(double btcPerPhDay, double btcPriceUsd) {
        return btcPerPhDay * btcPriceUsd;
    }

    /** The coins per PH/s and day that a hashprice means at a price above 0. */
    static double btcPerPhDay(double hashprice, double btcPriceUsd) {
        return hashprice / btcPriceUsd;
    }
}
