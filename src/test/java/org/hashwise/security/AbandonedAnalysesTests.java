package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hashwise.Hashwise;
import org.hashwise.HttpTestClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Clients that ask for the largest analyses and leave. */
@SpringBootTest(classes = Hashwise.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestAccounts.Open.class)
class AbandonedAnalysesTests {

    private static final int CLIENTS = 50;
    private static final String LARGEST = "{\"samples\": 200000}";

    @LocalServerPort
    private int port;

    @Autowired
    private Bulkhead bulkhead;

    @Test
    void theWorkOfClientsThatAreGoneEndsWithinSeconds() throws Exception {
        HttpTestClient client = new HttpTestClient(port);
        client.json("POST", "/api/v1/advice", "{}");
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            sockets.add(begin());
        }
        await(() -> !bulkhead.isIdle());
        for (Socket socket : sockets) {
            socket.close();
        }
        long start = System.nanoTime();

        assertThat(client.json("GET", "/actuator/health", "").statusCode()).isEqualTo(200);
        assertThat(client.json("POST", "/api/v1/advice/flips", "{}").statusCode())
                .isEqualTo(200);
        await(bulkhead::isIdle);

        // The fifty analyses themselves take minutes.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aRequestInThePipelineIsNoEndOfTheConnection() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((request("POST", "/api/v1/interview", "{\"samples\": 20000}", "keep-alive")
                                    + request("GET", "/actuator/health", "", "close"))
                            .getBytes(StandardCharsets.US_ASCII));
            String replies = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(replies.split("HTTP/1.1 200", -1)).hasSize(3);
            assertThat(replies).contains("\"probabilities\"", "\"UP\"");
        }
    }

    private Socket begin() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.getOutputStream()
                .write(request("POST", "/api/v1/interview", LARGEST, "keep-alive")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String request(String method, String path, String body, String connection) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: "
                + connection + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
