package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Assessments that are sent one after the other, about a hundred a second, and what became of them. */
final class AssessmentWriter {

    private static final int BUSY = 503;
    private static final int ROUNDS = 5;
    private static final JsonMapper JSON = new JsonMapper();
    private static final long MILLIS_BETWEEN = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<Integer, CompletableFuture<HttpResponse<String>>> underWay = new LinkedHashMap<>();
    private final Map<Integer, String> idByNumber = new LinkedHashMap<>();
    private final SortedSet<Integer> unanswered = new TreeSet<>();
    private int sent;

    // Connections to the dead are not to be used for their successors.
    private HttpClient client = client();

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Sends new ones for a while, to one after the other. */
    void send(Duration time, RunningServer... to) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            int number = sent++;
            underWay.put(number, post(to[number % to.length], number));
            Thread.sleep(MILLIS_BETWEEN);
        }
    }

    private CompletableFuture<HttpResponse<String>> post(RunningServer to, int number) {
        String body = "{ \"company\": \"Company " + number + "\", \"asOf\": \"2025-12-01\", "
                + "\"answers\": { \"power.largestSiteMw\": " + number % 10 + " } }";
        return client.sendAsync(
                HttpRequest.newBuilder(to.uri("/api/v1/assessments"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "write-" + number)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Waits for all replies; those that never come are remembered. */
    void settle() throws InterruptedException {
        Iterator<Map.Entry<Integer, CompletableFuture<HttpResponse<String>>>> entries =
                underWay.entrySet().iterator();
        while (entries.hasNext()) {
            var entry = entries.next();
            try {
                HttpResponse<String> reply = entry.getValue().get();
                if (reply.statusCode() == BUSY) {
                    // Nothing was saved, and the client is asked to try again.
                    unanswered.add(entry.getKey());
                    entries.remove();
                    continue;
                }
                assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
                idByNumber.put(
                        entry.getKey(), JSON.readTree(reply.body()).path("id").stringValue(""));
                unanswered.remove(entry.getKey());
            } catch (ExecutionException cutOff) {
                unanswered.add(entry.getKey());
            }
            entries.remove();
        }
        client = client();
    }

    /** Sends again, under their old keys, those that nobody answered. */
    void sendAgain(RunningServer to) throws InterruptedException {
        for (int round = 0; round < ROUNDS && !unanswered.isEmpty(); round++) {
            for (int number : unanswered) {
                underWay.put(number, post(to, number));
            }
            settle();
        }
        assertThat(unanswered).isEmpty();
    }

    int acknowledged() {
        return idByNumber.size();
    }

    /** The number of those acknowledged that are there as they were sent. */
    int found(RunningServer at) throws InterruptedException, ExecutionException {
        SortedSet<Integer> unread = new TreeSet<>(idByNumber.keySet());
        List<Integer> missing = new ArrayList<>();
        for (int round = 0; round < ROUNDS && !unread.isEmpty(); round++) {
            Map<Integer, CompletableFuture<HttpResponse<String>>> replies = new LinkedHashMap<>();
            unread.forEach(number -> replies.put(number, get(at, idByNumber.get(number))));
            for (var each : replies.entrySet()) {
                HttpResponse<String> reply =
                        each.getValue().exceptionally(cutOff -> null).get();
                if (reply == null || reply.statusCode() == BUSY) {
                    continue; // the client is asked to try again
                }
                unread.remove(each.getKey());
                if (!isAsSent(each.getKey(), JSON.readTree(reply.body()))) {
                    missing.add(each.getKey());
                }
            }
        }
        assertThat(missing).as("are not as they were sent").isEmpty();
        assertThat(unread).as("could not be read").isEmpty();
        return idByNumber.size();
    }

    private CompletableFuture<HttpResponse<String>> get(RunningServer from, String id) {
        return client.sendAsync(
                HttpRequest.newBuilder(from.uri("/api/v1/assessments/" + id))
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private boolean isAsSent(int number, JsonNode whole) {
        return whole.path("company").stringValue("").equals("Company " + number)
                && whole.path("answers").path("power.largestSiteMw").intValue(-1) == number % 10
                && whole.path("receipt").path("assessment").stringValue("").equals(idByNumber.get(number));
    }
}
