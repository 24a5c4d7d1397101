package org.hashwise.projection;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Random numbers that are the same on every machine: a named generator (xoshiro256++, Blackman and Vigna 2019) for each path,
 * and distributions by the inverse of their cumulative function.
 */
final class RandomStreams {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int STATE_WORDS = 4;

    private RandomStreams() {}

    /** The stream of one path. */
    static UniformRandomProvider of(long seed, long path) {
        UniformRandomProvider seeds = RandomSource.SPLIT_MIX_64.create(seed + path * GOLDEN_GAMMA);
        long[] state = new long[STATE_WORDS];
        for (int i = 0; i < STATE_WORDS; i++) {
            state[i] = seeds.nextLong();
        }
        return RandomSource.XO_SHI_RO_256_PP.create(state);
    }

    /** A standard normal number. */
    static double normal(UniformRandomProvider random) {
        return NORMAL.inverseCumulativeProbability(openUniform(random));
    }

    /**
     * A number of Student's t distribution, scaled to variance 1: the expansion of its quantile in that of the normal
     * distribution (Abramowitz and Stegun 1964, 26.7.5), whose error is below 0.001 for 11 degrees and |z| up to 3.
     *
     * @param degrees above 4
     */
    static double studentT(UniformRandomProvider random, double degrees) {
        double z = normal(random);
        double z2 = z * z;
        double g1 = (z2 + 1) * z / 4;
        double g2 = ((5 * z2 + 16) * z2 + 3) * z / 96;
        double g3 = (((3 * z2 + 19) * z2 + 17) * z2 - 15) * z / 384;
        double t = z + (g1 + (g2 + g3 / degrees) / degrees) / degrees;
        return t * Math.sqrt((degrees - 2) / degrees);
    }

    // Never 0 or 1, whose quantiles are infinite.
    private static double openUniform(UniformRandomProvider random) {
        return ((random.nextLong() >>> 12) + 0.5) * 0x1p-52;
    }
}
