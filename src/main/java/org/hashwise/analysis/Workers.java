package org.hashwise.analysis;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Two threads that all analyses of the program share, so that a costly one slows down others and not the machine. */
final class Workers {

    private static final int THREADS = 2;

    private static final ForkJoinPool POOL =
            new ForkJoinPool(THREADS, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, false);

    private Workers() {}

    /** Does all the work and keeps the order of the items. */
    static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        return POOL.submit(() -> items.parallelStream().map(work).toList()).join();
    }

    /** Calls the work for 0 up to, and without, the count. */
    static void times(int count, IntConsumer work) {
        POOL.submit(() -> IntStream.range(0, count).parallel().forEach(work)).join();
    }
}
