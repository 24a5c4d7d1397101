package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.hashwise.Hashwise;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** The deadline within which a body has to arrive. */
@SpringBootTest(
        classes = Hashwise.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"hashwise.limits.body-deadline=2s", "hashwise.limits.import-deadline=3s"})
@ContextConfiguration(initializers = TestAccounts.Open.class)
class BodyDeadlineTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/advice", "/api/v1/assessments/import"})
    void aBodyThatDoesNotArriveInTimeIsRefused(String path) throws IOException {
        assertThat(reply(begin(path)))
                .startsWith("HTTP/1.1 408")
                .contains("application/problem+json", "Connection: close", "Content-Security-Policy");
    }

    private Socket begin(String path) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nContent-Type: "
                + (path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded")
                + "\r\nContent-Length: 5000\r\n\r\n ";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String reply(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
