package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.hashwise.Hashwise;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A server on which every analysis takes too long. */
@SpringBootTest(
        classes = Hashwise.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "hashwise.limits.analysis-deadline=0ms")
@ContextConfiguration(initializers = TestAccounts.Open.class)
class AnalysisDeadlineTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Bulkhead bulkhead;

    @Test
    void theApiSaysSoInAProblemDocument() {
        HttpResponse<String> reply =
                new HttpTestClient(port).json("POST", "/api/v1/interview", "{\"samples\": 200000}");

        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.headers().firstValue("Retry-After")).isPresent();
        assertThat(reply.body()).contains("The analysis took too long");
        assertThat(bulkhead.isIdle()).isTrue();
    }

    @Test
    void aPageSaysSo() {
        HttpResponse<String> reply = new HttpTestClient(port).get("/interview");

        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.body()).contains("This takes longer than it may");
    }
}
