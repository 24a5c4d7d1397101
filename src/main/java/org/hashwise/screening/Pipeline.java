package org.hashwise.screening;

import java.io.IOException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.analysis.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Parallel pipeline over rows, with the results in the order of the rows and a bounded number of them in memory. The calling
 * thread reads the rows, one thread takes the results, and as many as there are processors work; these are shared by all
 * pipelines of the program. Rows pass from thread to thread in batches of those that are there: to wake a thread for each
 * of them takes a tenth of the time that an evaluation takes.
 *
 * @param <T> results
 */
final class Pipeline<T> {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    static final int MOST_IN_PROGRESS = 64 * PROCESSORS;
    private static final int LARGEST_BATCH = 16;
    private static final long NANOS_OF_A_BATCH = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long MILLIS_BETWEEN_CHECKS = 50;
    private static final long NANOS_BETWEEN_CHECKS = TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN_CHECKS);
    private static final AtomicInteger RUNNING = new AtomicInteger();
    private static final ExecutorService WORKERS =
            Executors.newFixedThreadPool(PROCESSORS, work -> daemon(work, "screening-worker"));
    private static final ExecutorService CONSUMERS =
            Executors.newCachedThreadPool(work -> daemon(work, "screening-results"));

    private final Function<SourceRow, T> work;
    private final ResultConsumer<T> consumer;
    private final Runnable caller = Cancellation.current();
    private final Semaphore places = new Semaphore(MOST_IN_PROGRESS);
    private final Semaphore idle = new Semaphore(PROCESSORS);
    private final Queue<Task<T>> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<Task<T>> inOrder = new ConcurrentLinkedQueue<>();
    private final Phaser working = new Phaser(1); // this and the batches that are worked on
    private volatile boolean allRead;
    private volatile boolean stopped;
    private volatile @Nullable Thread taker;

    /** Consumer of the results, in order, by one thread. */
    interface ResultConsumer<T> {

        void accept(T result) throws IOException;

        /** Called when the next result is not there yet. */
        default void flush() throws IOException {
            // nothing is held back
        }
    }

    /** A row and, once it is worked on, its result or failure. */
    private static final class Task<T> {

        private final SourceRow row;
        private @Nullable T result;
        private @Nullable Throwable failure;
        private volatile boolean done; // written after, and read before, the two above

        Task(SourceRow row) {
            this.row = row;
        }

        void run(Function<SourceRow, T> work, Runnable check) {
            try {
                check.run(); // nothing waits for a row that begins after the end
                result = work.apply(row);
            } catch (RuntimeException | Error thrown) {
                failure = thrown;
            }
            done = true;
        }
    }

    private Pipeline(Function<SourceRow, T> work, ResultConsumer<T> consumer) {
        this.work = work;
        this.consumer = consumer;
    }

    /**
     * Works on all rows; when it returns, or fails, nothing is left in progress.
     *
     * @param work gives a result for each row, never null
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
            taker = Thread.currentThread();
            take();
            return null;
        });
        try {
            BrokenFile broken = readAll(rows, taking);
            allRead = true;
            wakeTaker();
            while (!isDone(taking)) {
                caller.run();
            }
            if (broken != null) {
                throw broken;
            }
        } finally {
            stopped = true;
            wakeTaker();
            await(taking);
            working.arriveAndAwaitAdvance();
        }
    }

    /** Null when the file was read to its end. */
    private @Nullable BrokenFile readAll(RowSource rows, Future<?> taking) throws IOException {
        long line = 0;
        try {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                line = row.line();
                awaitPlace(taking);
                Task<T> task = new Task<>(row);
                inOrder.add(task);
                waiting.add(task);
                startWorker();
            }
            return null;
        } catch (BrokenFile broken) {
            return broken.after(line);
        }
    }

    private void awaitPlace(Future<?> taking) throws IOException {
        try {
            caller.run();
            while (!places.tryAcquire(MILLIS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS)) {
                caller.run();
                if (isDone(taking)) {
                    throw new IOException("results are not taken any more");
                }
            }
        } catch (InterruptedException stopping) {
            throw interrupted(stopping);
        }
    }

    private void startWorker() {
        if (idle.tryAcquire()) {
            WORKERS.execute(this::workOnBatch);
        }
    }

    /** Works on rows that are there, then lets other pipelines have their turn. */
    private void workOnBatch() {
        working.register();
        try (Cancellation.Scope scope = Cancellation.begin(this::check)) {
            long handedOn = System.nanoTime();
            for (int count = 0; count < LARGEST_BATCH && !stopped; count++) {
                Task<T> task = waiting.poll();
                if (task == null) {
                    break;
                }
                task.run(work, this::check);
                if (System.nanoTime() - handedOn > NANOS_OF_A_BATCH) {
                    wakeTaker();
                    handedOn = System.nanoTime();
                }
            }
            wakeTaker();
        } finally {
            working.arriveAndDeregister();
        }
        idle.release();
        if (!waiting.isEmpty() && !stopped) {
            startWorker();
        }
    }

    private void check() {
        if (stopped) {
            throw new AnalysisCancelled(AnalysisCancelled.Reason.CLIENT_GONE);
        }
        caller.run();
    }

    private void wakeTaker() {
        LockSupport.unpark(taker);
    }

    private void take() throws IOException {
        while (!stopped) {
            boolean last = allRead;
            int taken = takeDone();
            places.release(taken);
            if (last && inOrder.isEmpty()) {
                return;
            }
            if (taken == 0) {
                consumer.flush();
                // A flush that waits may have used up the wake-up that came meanwhile.
                Task<T> next = inOrder.peek();
                if ((next == null || !next.done) && allRead == last) {
                    LockSupport.parkNanos(this, NANOS_BETWEEN_CHECKS);
                }
            }
        }
    }

    /** Takes the results that are there, up to a batch; their number. */
    private int takeDone() throws IOException {
        int taken = 0;
        for (Task<T> task = inOrder.peek();
                task != null && task.done && taken < LARGEST_BATCH && !stopped;
                task = inOrder.peek()) {
            inOrder.remove();
            taken++;
            if (task.failure != null) {
                throw rethrown(task.failure);
            }
            consumer.accept(Objects.requireNonNull(task.result));
        }
        return taken;
    }

    private static boolean isDone(Future<?> taking) throws IOException {
        try {
            taking.get(MILLIS_BETWEEN_CHECKS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException unfinished) {
            return false;
        } catch (ExecutionException failed) {
            throw rethrown(failed.getCause());
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

    private static RuntimeException rethrown(@Nullable Throwable cause) throws IOException {
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
