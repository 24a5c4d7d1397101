package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.hashwise.HttpTestClient;
import org.hashwise.consultation.AssessmentSlice;
import org.hashwise.consultation.Wording;
import org.hashwise.security.NoSecurityConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Behaviour that only a real server shows: endless bodies, actuator endpoints, the address that is listened on. */
@SpringBootTest(classes = OverHttpTests.ApiAlone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OverHttpTests {

    private static final int TEN_MEGABYTES = 10_000_000;

    @LocalServerPort
    private int port;

    @Autowired
    private StatusAggregator aggregator;

    @Autowired
    private HttpCodeStatusMapper mapper;

    @Test
    void answersBecomeAdviceOverHttp() throws Exception {
        HttpResponse<String> reply = post(HttpRequest.BodyPublishers.ofString(
                "{ \"asOf\": \"2025-12\", \"answers\": { \"power.largestSiteMw\": 250 } }"));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(reply.body()).startsWith("{\"recommendation\":{\"strategy\":\"AI_HOSTING\"");
    }

    @Test
    void aBodyThatAnnouncesTenMegabytesIsTooLarge() throws Exception {
        assertTooLarge(post(HttpRequest.BodyPublishers.ofByteArray(new byte[TEN_MEGABYTES])));
    }

    @Test
    void aBodyThatAnnouncesNoLengthIsTooLargeToo() throws Exception {
        assertTooLarge(post(HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream("[".repeat(TEN_MEGABYTES).getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void aBodyInPartsIsOfTheWrongType() throws Exception {
        HttpResponse<String> reply = new HttpTestClient(port)
                .send("POST", "/api/v1/advice", "multipart/form-data; boundary=x", "--x--", Map.of());

        assertThat(reply.statusCode()).isEqualTo(415);
        assertThat(reply.body()).contains("Send the body as application/json.");
    }

    @Test
    void healthIsTold() throws Exception {
        HttpResponse<String> reply = get("/actuator/health");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).contains("\"status\":\"UP\"");
    }

    /** An instance with old market values, or with a store that cannot be written, still gives advice. */
    @ParameterizedTest
    @ValueSource(strings = {"STALE_MARKET", "READ_ONLY", "ADVICE_ONLY"})
    void whatDoesNotPreventAdviceIsToldAndStays200(String word) {
        Status status = new Status(word);

        assertThat(aggregator.getAggregateStatus(Set.of(Status.UP, status, Status.UNKNOWN)))
                .isEqualTo(status);
        assertThat(aggregator.getAggregateStatus(Set.of(Status.DOWN, status))).isEqualTo(Status.DOWN);
        assertThat(mapper.getStatusCode(status)).isEqualTo(200);
    }

    @Test
    void theApiDescribesItself() throws Exception {
        HttpResponse<String> reply = get("/api/v1/openapi");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body())
                .contains("\"openapi\":\"3.1.0\"", "\"title\":\"Hashwise\"")
                .contains(
                        "\"/api/v1/advice\"",
                        "\"/api/v1/questions\"",
                        "\"/api/v1/questions/schema\"",
                        "\"/api/v1/receipts/verify\"",
                        "\"/api/v1/receipts/attribution\"",
                        "\"/api/v1/assessments/{id}/replay\"",
                        "\"/api/v1/rulebook\"",
                        "\"/api/v1/interview\"",
                        "\"/api/v1/assessments\"",
                        "\"/api/v1/assessments/{id}\"",
                        "\"application/merge-patch+json\"",
                        "\"/api/v1/advice/map\"")
                .contains("\"power.contract\":{", "\"application/problem+json\"")
                .doesNotContain("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/env", "/beans", "/info", "/metrics", "/loggers", "/heapdump"})
    void nothingElseOfTheInsideIsTold(String endpoint) throws Exception {
        assertThat(get("/actuator" + endpoint).statusCode()).isEqualTo(404);
    }

    private static void assertTooLarge(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isEqualTo(413);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.body()).contains("At most 1,048,576 bytes are accepted.");
    }

    private HttpResponse<String> get(String path) {
        return new HttpTestClient(port).json("GET", path, "");
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) {
        return new HttpTestClient(port).send("POST", "/api/v1/advice", "application/json", body, Map.of());
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({
        NoSecurityConfiguration.class,
        AdviceApi.class,
        QuestionsApi.class,
        ReceiptsApi.class,
        ReplayApi.class,
        RulebookApi.class,
        InterviewApi.class,
        CounterfactualApi.class,
        WhyNotApi.class,
        MapApi.class,
        AssessmentApi.class,
        AssessmentsApi.class,
        ChainApi.class,
        AssessmentSlice.class,
        ApiFailures.class,
        JsonFormat.class,
        OpenApiDescription.class,
        Wording.class
    })
    static class ApiAlone {}
}
