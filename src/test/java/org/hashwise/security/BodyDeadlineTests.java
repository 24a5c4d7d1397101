package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hashwise.Hashwise;
import org.hashwise.RawHttp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** The deadline within which a body has to arrive. */
@SpringBootTest(
        classes = Hashwise.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"hashwise.limits.body-deadline=500ms", "hashwise.limits.import-deadline=1s"})
@ContextConfiguration(initializers = TestAccounts.Open.class)
class BodyDeadlineTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/advice", "/api/v1/assessments/import"})
    void aBodyThatDoesNotArriveInTimeIsRefused(String path) throws IOException {
        try (RawHttp http = SlowBodyTests.begin(path, port)) {
            assertThat(http.reply())
                    .startsWith("HTTP/1.1 408")
                    .contains("application/problem+json", "Connection: close", "Content-Security-Policy");
        }
    }
}
