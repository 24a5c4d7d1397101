package org.hashwise.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * As many requests as the server answers on some connections, each of which asks again when it has its reply. Any reply but 200
 * ends it.
 *
 * @param perSecond requests per second
 * @param p50 milliseconds, median
 * @param p99 milliseconds that all but one in a hundred stay under
 */
record Load(double perSecond, double p50, double p99) {

    static final int CONNECTIONS = 16;
    private static final int MOST_REQUESTS = 5_000_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    /** @param requests asked in turn */
    static Load of(int port, List<byte[]> requests, double seconds, int connections) throws InterruptedException {
        return run(port, requests, seconds, MOST_REQUESTS / connections, connections);
    }

    /** So many requests, however long they take. */
    static void ofCount(int port, List<byte[]> requests, int count) throws InterruptedException {
        run(port, requests, Double.MAX_VALUE / NANOS_PER_SECOND / 2, count / CONNECTIONS, CONNECTIONS);
    }

    private static Load run(int port, List<byte[]> requests, double seconds, int most, int connections)
            throws InterruptedException {
        ExecutorService visitors = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            double nanos = seconds * NANOS_PER_SECOND;
            List<Future<long[]>> running = new ArrayList<>();
            for (int visitor = 0; visitor < connections; visitor++) {
                int first = visitor;
                running.add(visitors.submit(() -> visit(port, requests, first, start, nanos, most)));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> each : running) {
                all.add(each.get());
            }
            double elapsed = (System.nanoTime() - start) / NANOS_PER_SECOND;
            long[] times = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Load(times.length / elapsed, at(times, 0.5), at(times, 0.99));
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } finally {
            visitors.shutdownNow();
        }
    }

    private static long[] visit(int port, List<byte[]> requests, int first, long start, double nanos, int most)
            throws IOException {
        long[] times = new long[1024];
        int count = 0;
        Connection connection = new Connection(port);
        try {
            long before = System.nanoTime();
            while (before - start < nanos && count < most) {
                connection.ask(requests.get((first + count) % requests.size()));
                long after = System.nanoTime();
                if (count == times.length) {
                    times = Arrays.copyOf(times, 2 * count);
                }
                times[count++] = after - before;
                before = after;
                if (connection.isClosing()) {
                    connection.close();
                    connection = new Connection(port);
                }
            }
        } finally {
            connection.close();
        }
        return Arrays.copyOf(times, count);
    }

    private static double at(long[] times, double share) {
        return times[(int) Math.min(times.length - 1, share * times.length)] / NANOS_PER_MILLI;
    }
}
