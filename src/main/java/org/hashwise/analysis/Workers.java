package org.hashwise.analysis;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Threads that all analyses of the program share, one for each processor. The thread that asks for the work waits, and
 * checks meanwhile whether it was cancelled; so does the work before each item.
 */
final class Workers {

    private static final ForkJoinPool POOL = new ForkJoinPool(
            Runtime.getRuntime().availableProcessors(), ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, false);

    private static final long MILLIS_BETWEEN_CHECKS = 100;

    private Workers() {}

    /** Does all the work and keeps the order of the items. */
    static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        Cancellation cancellation = Cancellation.current();
        return await(
                POOL.submit(() -> items.parallelStream()
                        .map(item -> {
                            try (Cancellation.Scope scope = cancellation.begin()) {
                                cancellation.check();
                                return work.apply(item);
                            }
                        })
                        .toList()),
                cancellation);
    }

    /** Calls the work for 0 up to, and without, the count. */
    static void times(int count, IntConsumer work) {
        Cancellation cancellation = Cancellation.current();
        await(
                POOL.submit(() -> IntStream.range(0, count).parallel().forEach(number -> {
                    cancellation.check();
                    work.accept(number);
                })),
                cancellation);
    }

    private static <T> T await(ForkJoinTask<T> task, Cancellation cancellation) {
        try {
            while (true) {
                try {
                    return task.get(MILLIS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException unfinished) {
                    cancellation.check();
                }
            }
        } catch (ExecutionException failed) {
            // Rethrows it as it was thrown.
            return task.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        } finally {
            task.cancel(false);
        }
    }
}
