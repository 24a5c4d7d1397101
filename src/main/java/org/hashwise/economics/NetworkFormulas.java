package org.hashwise.economics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Formulas of difficulty, network hashrate and hashprice.
 *
 * <p>Difficulty has no unit, hashrates are in EH/s, the subsidy is in BTC per block, fees are in percent of the
 * subsidy.
 */
public final class NetworkFormulas {

    static final double BLOCKS_PER_DAY = 144;
    static final double SECONDS_PER_DAY = 86_400;

    /** The pace that the difficulty adjustment aims at (Bitcoin Core, consensus parameter nPowTargetSpacing). */
    static final double TARGET_SECONDS_PER_BLOCK = 600;

    static final double PH_PER_EH = 1_000;

    private static final double HASHES_PER_EH = 1e18;

    // The field's convention; the exact factor, 2^256 / (0xFFFF · 2^208), is larger by 0.0015 %.
    private static final double HASHES_PER_DIFFICULTY = 0x1p32;

    private static final BigInteger TARGET_OF_DIFFICULTY_ONE =
            BigInteger.valueOf(0xFFFF).shiftLeft(208);

    private NetworkFormulas() {}

    /** D = T1 / T: how much smaller than the easiest target a block hash has to be. */
    static double difficulty(BigInteger target) {
        return new BigDecimal(TARGET_OF_DIFFICULTY_ONE)
                .divide(new BigDecimal(target), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** Expected hashes per block: D · 2^32. */
    static double hashesPerBlock(double difficulty) {
        return difficulty * HASHES_PER_DIFFICULTY;
    }

    /** Average time in which a hashrate finds one block. */
    static double secondsPerBlock(double difficulty, double hashrateEh) {
        return hashesPerBlock(difficulty) / (hashrateEh * HASHES_PER_EH);
    }

    /** The hashrate that finds a block every 600 seconds: D · 2^32 / 600. */
    public static double networkHashrateEh(double difficulty) {
        return networkHashrateEh(difficulty, 1, TARGET_SECONDS_PER_BLOCK);
    }

    /** The hashrate that found so many blocks in a time: D · 2^32 · n / Δt. */
    static double networkHashrateEh(double difficulty, double blocks, double seconds) {
        return hashesPerBlock(difficulty) * blocks / seconds / HASHES_PER_EH;
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

    /** The coins per PH/s and day that a hashprice stands for at a price above 0. */
    static double btcPerPhDay(double hashprice, double btcPriceUsd) {
        return hashprice / btcPriceUsd;
    }
}
