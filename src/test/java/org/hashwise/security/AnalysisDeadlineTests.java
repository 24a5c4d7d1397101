package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.hashwise.Hashwise;
import org.hashwise.HttpTestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/api/v1/interview | {\"samples\": 200000}", "/api/v1/advice/projection | {\"paths\": 20000}"})
    void theApiSaysSoInAProblemDocument(String path, String body) {
        HttpResponse<String> reply = new HttpTestClient(port).json("POST", path, body);

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
