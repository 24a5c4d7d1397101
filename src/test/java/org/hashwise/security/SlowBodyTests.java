package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hashwise.Hashwise;
import org.hashwise.HttpTestClient;
import org.hashwise.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Clients that announce a body and do not send it. */
@SpringBootTest(
        classes = Hashwise.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.tomcat.threads.max=8",
            "hashwise.limits.analyses=2",
            "hashwise.limits.waiting=0",
            "hashwise.limits.body-deadline=5m",
            "hashwise.limits.bodies-per-address=40"
        })
@ContextConfiguration(initializers = TestAccounts.Open.class)
class SlowBodyTests {

    private static final int CLIENTS = 40;
    private static final int REQUESTS = 200;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/api/v1/interview"})
    void slowBodiesTakeNoThreadAndNoPlaceForAnalyses(String path) throws Exception {
        HttpTestClient client = new HttpTestClient(port);
        client.json("POST", "/api/v1/advice", "{}");
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                slow.add(begin(path, port));
            }
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                if (i == REQUESTS / 10) {
                    // When all others wait.
                    try (RawHttp oneMore = begin(path, port)) {
                        assertThat(oneMore.reply()).startsWith("HTTP/1.1 503");
                    }
                }
                long start = System.nanoTime();
                assertThat(client.json("GET", "/actuator/health", "").statusCode())
                        .isEqualTo(200);
                millis.add((System.nanoTime() - start) / 1_000_000);
            }
            Collections.sort(millis);
            System.out.printf(
                    "Slow bodies (%s): p99 of a cheap request %d ms%n", path, millis.get(REQUESTS * 99 / 100));
            assertThat(millis.get(REQUESTS * 99 / 100))
                    .isLessThan(Boolean.getBoolean("hashwise.thorough") ? 200 : 2_000);
            assertThat(client.json("POST", "/api/v1/advice/flips", "{}").statusCode())
                    .isEqualTo(200);
        } finally {
            for (RawHttp http : slow) {
                http.close();
            }
        }
        assertThat(onceThereIsRoom(() -> client.json("POST", "/api/v1/advice", "{}")))
                .as("bodies are taken again once the slow clients left")
                .isEqualTo(200);
    }

    @Test
    void aLoginOfMoreThanSomeKilobytesIsRefused() throws InterruptedException {
        HttpTestClient client = new HttpTestClient(port);
        assertThat(onceThereIsRoom(() -> client.form("/login", "name", "anna", "password", "x".repeat(100_000))))
                .isEqualTo(413);
    }

    // The server learns of a closed connection some time after its client closed it, and the place of a body is free
    // some time after its reply was read.
    private static int onceThereIsRoom(Supplier<HttpResponse<String>> request) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        int status = request.get().statusCode();
        while (status == 503 && System.nanoTime() < end) {
            Thread.sleep(20);
            status = request.get().statusCode();
        }
        return status;
    }

    /** A connection whose body has not arrived but for one byte. */
    static RawHttp begin(String path, int port) throws IOException {
        String type = path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
        String head = RawHttp.request(
                "POST " + path,
                "",
                "Host: localhost",
                "Accept: application/json",
                "Content-Type: " + type,
                "Content-Length: 5000");
        return RawHttp.connect(port).send(head + " ");
    }
}
