package org.hashwise.analysis;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Threads that all analyses of the program share, one for each processor. The thread that asks for the work waits, and
 * checks meanwhile whether it was cancelled; so does the work before each item.
 */
public final class Workers {

    private static final ForkJoinPool POOL = new ForkJoinPool(
            Runtime.getRuntime().availableProcessors(), ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, false);

    private static final long MILLIS_BETWEEN_CHECKS = 100;

    /** Consecutive calls that share one state. */
    private static final int CALLS_PER_STATE = 64;

    private Workers() {}

    /** Does all the work and keeps the order of the items. */
    public static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        Runnable check = Cancellation.current();
        return await(
                POOL.submit(() -> items.parallelStream()
                        .map(item -> {
                            try (Cancellation.Scope scope = Cancellation.begin(check)) {
                                check.run();
                                return work.apply(item);
                            }
                        })
                        .toList()),
                check);
    }

    /**
     * Calls the work for 0 up to, and without, the count.
     *
     * @param state supplier of objects that are not thread-safe, such as evaluators; each serves {@value #CALLS_PER_STATE}
     *     consecutive calls by one thread
     */
    public static <T> void times(int count, Supplier<T> state, ObjIntConsumer<T> work) {
        Runnable check = Cancellation.current();
        int parts = (count + CALLS_PER_STATE - 1) / CALLS_PER_STATE;
        await(
                POOL.submit(() -> IntStream.range(0, parts).parallel().forEach(part -> {
                    T own = state.get();
                    int end = Math.min(count, (part + 1) * CALLS_PER_STATE);
                    for (int number = part * CALLS_PER_STATE; number < end; number++) {
                        check.run();
                        work.accept(own, number);
                    }
                })),
                check);
    }

    private static <T> T await(ForkJoinTask<T> task, Runnable check) {
        try {
            while (true) {
                try {
                    return task.get(MILLIS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException unfinished) {
                    check.run();
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
