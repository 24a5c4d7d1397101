package org.hashwise.bench;

import java.util.Arrays;

/** Medians in milliseconds, of work that is too long for a harness of microseconds. */
final class Stopwatch {

    private static final double NANOS_PER_MILLI = 1e6;

    private final int warmUp;
    private final int rounds;

    Stopwatch(int warmUp, int rounds) {
        this.warmUp = warmUp;
        this.rounds = rounds;
    }

    double median(Runnable work) {
        for (int round = 0; round < warmUp; round++) {
            work.run();
        }
        double[] times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            times[round] = once(work);
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }

    static double once(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }
}
