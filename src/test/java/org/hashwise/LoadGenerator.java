package org.hashwise;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A mixed load: of a hundred requests half are for advice, a third for pages, the others save and read assessments. */
final class LoadGenerator implements AutoCloseable {

    private static final int VISITORS = 8;
    private static final int MOST_FAILURES_TOLD = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JSON = "application/json";
    private static final List<String> PAGES = List.of(
            "/", "/questions/power", "/questions/treasury", "/interview", "/advice", "/examples", "/api/v1/rulebook");

    private final String server;
    private final ExecutorService threads = Executors.newFixedThreadPool(VISITORS);
    private final List<HttpClient> browsers;
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    LoadGenerator(int port) {
        this.server = "http://127.0.0.1:" + port;
        // Each visitor keeps one session, as a browser does.
        this.browsers = IntStream.range(0, VISITORS)
                .mapToObj(visitor -> HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(new CookieManager())
                        .build())
                .toList();
    }

    /** The requests of a time, and the durations of the replies. */
    record Figures(int requests, double perSecond, double medianMillis, double slowestOfHundredMillis) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d requests, %.0f a second, median %.1f ms, p99 %.1f ms",
                    requests,
                    perSecond,
                    medianMillis,
                    slowestOfHundredMillis);
        }
    }

    /** @param mostPerSecond requests that are begun in a second, by all together */
    Figures visit(Duration time, double mostPerSecond) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        AtomicInteger number = new AtomicInteger();
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        CountDownLatch done = new CountDownLatch(VISITORS);
        for (HttpClient browser : browsers) {
            threads.execute(() -> {
                try {
                    while (System.nanoTime() < end) {
                        long due =
                                start + (long) (number.getAndIncrement() * TimeUnit.SECONDS.toNanos(1) / mostPerSecond);
                        TimeUnit.NANOSECONDS.sleep(Math.min(due, end) - System.nanoTime());
                        if (due < end) {
                            times.add(ask(browser));
                        }
                    }
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Figures(sorted.length, sorted.length / seconds, at(sorted, 0.5), at(sorted, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * share)] / 1e6;
    }

    /** The first requests that did not get what they asked for. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private long ask(HttpClient browser) throws InterruptedException {
        int number = asked.getAndIncrement();
        HttpRequest request = request(number);
        long start = System.nanoTime();
        try {
            HttpResponse<String> reply = browser.send(request, HttpResponse.BodyHandlers.ofString());
            boolean good = reply.statusCode() >= 200 && reply.statusCode() < 400;
            if (!good && failures.size() < MOST_FAILURES_TOLD) {
                failures.add(request.method() + " " + request.uri() + ": " + reply.statusCode() + " " + reply.body());
            }
        } catch (IOException failure) {
            failures.add(request.method() + " " + request.uri() + ": " + failure);
        }
        return System.nanoTime() - start;
    }

    private HttpRequest request(int number) {
        int kind = number % 100;
        if (kind >= 65) {
            return to(PAGES.get(number % PAGES.size()))
                    .header("Accept", "text/html,application/json;q=0.9")
                    .header("Accept-Language", number % 2 == 0 ? "en" : "fr")
                    .GET()
                    .build();
        }
        String path = kind < 50 ? "advice" : kind < 57 ? "interview" : kind < 60 ? "advice/flips" : "assessments";
        return to("/api/v1/" + path)
                .header("Content-Type", JSON)
                .header("Accept", JSON)
                .POST(HttpRequest.BodyPublishers.ofString(
                        body(number, path.equals("interview") ? ", \"samples\": 500" : "")))
                .build();
    }

    private static String body(int number, String more) {
        return String.format(
                Locale.ROOT,
                "{ \"company\": \"Company %d\", \"asOf\": \"2025-12-01\"%s, \"answers\": { \"mining.hashrateEh\": %.1f, "
                        + "\"power.priceUsdPerKwh\": %.3f, \"power.largestSiteMw\": %d, \"treasury.capitalAccess\": \"%s\" } }",
                number,
                more,
                1 + number % 400 / 10.0,
                0.03 + number % 50 / 1000.0,
                10 + number % 300,
                Arrays.asList("OPEN", "LIMITED", "CLOSED").get(number % 3));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
