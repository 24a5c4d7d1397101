package org.hashwise;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A client that sends cheap requests (a page, an advice, the health) during an attack and measures their latency. */
final class CheapRequests implements AutoCloseable {

    private static final long MILLIS_BETWEEN = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private volatile boolean ended;

    private CheapRequests(ServerProcess server) {
        this.thread = new Thread(() -> ask(server));
    }

    static CheapRequests to(ServerProcess server) {
        CheapRequests requests = new CheapRequests(server);
        requests.thread.start();
        return requests;
    }

    private void ask(ServerProcess server) {
        List<HttpRequest> kinds = List.of(
                HttpRequest.newBuilder(server.uri("/actuator/health"))
                        .timeout(PATIENCE)
                        .build(),
                HttpRequest.newBuilder(server.uri("/"))
                        .header("Accept", "text/html")
                        .timeout(PATIENCE)
                        .build(),
                HttpRequest.newBuilder(server.uri("/api/v1/advice"))
                        .header("Content-Type", "application/json")
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"company\": \"Patient Mining\"}"))
                        .build());
        for (int number = 0; !ended; number++) {
            long start = System.nanoTime();
            try {
                HttpResponse<String> reply =
                        http.send(kinds.get(number % kinds.size()), HttpResponse.BodyHandlers.ofString());
                if (reply.statusCode() != 200) {
                    failures.add(reply.statusCode() + " " + reply.body());
                }
                millis.add((System.nanoTime() - start) / 1_000_000);
                Thread.sleep(MILLIS_BETWEEN);
            } catch (IOException failure) {
                failures.add(failure.toString());
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    int count() {
        return millis.size();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** The 99th percentile of the latency in milliseconds; 0 before the first reply. */
    long p99() {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() * 99 / 100);
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
