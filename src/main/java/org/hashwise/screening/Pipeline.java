package org.hashwise.screening;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.analysis.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Parallel pipeline over rows, with the results in the order of the rows and a bounded number of them in memory. The calling
 * thread reads the rows, one thread takes the results, and as many as there are processors work; these are shared by all
 * pipelines of the program.
 *
 * @param <T> results
 */
final class Pipeline<T> {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    static final int MOST_IN_PROGRESS = 64 * PROCESSORS;
    private static final long MILLIS_BETWEEN_CHECKS = 50;
    private static final AtomicInteger RUNNING = new AtomicInteger();
    private static final ExecutorService WORKERS =
            Executors.newFixedThreadPool(PROCESSORS, work -> daemon(work, "screening-worker"));
    private static final ExecutorService CONSUMERS =
            Executors.newCachedThreadPool(work -> daemon(work, "screening-results"));

    private final Function<SourceRow, T> work;
    private final ResultConsumer<T> consumer;
    private final Runnable caller = Cancellation.current();
    private final BlockingQueue<FutureTask<@Nullable T>> inOrder = new ArrayBlockingQueue<>(MOST_IN_PROGRESS);
    private final FutureTask<@Nullable T> end = new FutureTask<>(() -> null);
    private final Phaser working = new Phaser(1); // this and the rows that are worked on
    private volatile boolean stopped;

    /** Consumer of the results, in order, by one thread. */
    interface ResultConsumer<T> {

        void accept(T result) throws IOException;

        /** Called when the next result is not there yet. */
        default void flush() throws IOException {
            // nothing is held back
        }
    }

    private Pipeline(Function<SourceRow, T> work, ResultConsumer<T> consumer) {
        this.work = work;
        this.consumer = consumer;
    }

    /**
     * Works on all rows; when it returns, or fails, nothing is left in progress.
     *
     * @throws AnalysisCancelled when the check of the thread says so, see {@link Cancellation}
     * @throws BrokenFile when the file broke off; the rows before were worked on, and their results taken
     * @throws IOException when rows cannot be read, or results cannot be taken
     */
    static <T> void run(RowSource rows, Function<SourceRow, T> work, ResultConsumer<T> consumer) throws IOException {
        RUNNING.incrementAndGet();
        try {
            new Pipeline<>(work, consumer).run(rows);
        } finally {
            RUNNING.decrementAndGet();
        }
    }

    /** The number of pipelines in progress. */
    static int running() {
        return RUNNING.get();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        // The threads outlive the web application whose request created them.
        thread.setContextClassLoader(Pipeline.class.getClassLoader());
        return thread;
    }

    private void run(RowSource rows) throws IOException {
        Future<?> taking = CONSUMERS.submit(() -> {
            take();
            return null;
        });
        try {
            BrokenFile broken = readAll(rows, taking);
            end.run();
            put(end, taking);
            while (!isDone(taking)) {
                caller.run();
            }
            if (broken != null) {
                throw broken;
            }
        } finally {
            stopped = true;
            inOrder.forEach(task -> task.cancel(false));
            await(taking);
            working.arriveAndAwaitAdvance();
        }
    }

    /** Null when the file was read to its end. */
    private @Nullable BrokenFile readAll(RowSource rows, Future<?> taking) throws IOException {
        long line = 0;
        try {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                SourceRow next = row;
                line = row.line();
                FutureTask<@Nullable T> task = new FutureTask<>(() -> worked(next));
                put(task, taking);
                WORKERS.execute(task);
            }
            return null;
        } catch (BrokenFile broken) {
            return broken.after(line);
        }
    }

    private T worked(SourceRow row) {
        working.register();
        try (Cancellation.Scope scope = Cancellation.begin(this::check)) {
            check(); // nothing waits for a row that begins after the end
            return work.apply(row);
        } finally {
            working.arriveAndDeregister();
        }
    }

    private void check() {
        if (stopped) {
            throw new AnalysisCancelled(AnalysisCancelled.Reason.CLIENT_GONE);
        }
        caller.run();
    }

    private void put(FutureTask<@Nullable T> task, Future<?> taking) throws IOException {
        try {
            caller.run();
            while (!inOrder.offer(task, MILLIS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS)) {
                caller.run();
                if (isDone(taking)) {
                    throw new IOException("results are not taken any more");
                }
            }
        } catch (InterruptedException stopping) {
            throw interrupted(stopping);
        }
    }

    private void take() throws IOException, InterruptedException {
        while (!stopped) {
            FutureTask<@Nullable T> task = inOrder.peek();
            if (task == null || !task.isDone()) {
                consumer.flush();
                task = inOrder.poll(MILLIS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS);
            } else {
                inOrder.remove();
            }
            if (task == end) {
                return;
            }
            if (task != null) {
                take(task);
            }
        }
    }

    private void take(FutureTask<@Nullable T> task) throws IOException, InterruptedException {
        while (!stopped) {
            try {
                T result = task.get(MILLIS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS);
                if (result != null) {
                    consumer.accept(result);
                }
                return;
            } catch (TimeoutException unfinished) {
                // It is asked for again, unless all is stopped.
            } catch (CancellationException cancelled) {
                return;
            } catch (ExecutionException failed) {
                throw rethrown(failed);
            }
        }
        task.cancel(false);
    }

    private static boolean isDone(Future<?> taking) throws IOException {
        try {
            taking.get(MILLIS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException unfinished) {
            return false;
        } catch (ExecutionException failed) {
            throw rethrown(failed);
        } catch (InterruptedException stopping) {
            throw interrupted(stopping);
        }
    }

    private static void await(Future<?> taking) {
        boolean interrupted = false;
        while (true) {
            try {
                taking.get();
                break;
            } catch (ExecutionException thrown) {
                break; // this failure, or an earlier one, is thrown by the caller
            } catch (InterruptedException stopping) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException rethrown(ExecutionException failed) throws IOException {
        Throwable cause = failed.getCause();
        if (cause instanceof IOException failure) {
            throw failure;
        }
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        return new IllegalStateException(cause);
    }

    private static IllegalStateException interrupted(InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(stopping);
    }
}
