package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashwise.HttpTestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A figure that was answered is followed through every page and the API: it shows in no address, log or failure. */
@ExtendWith(OutputCaptureExtension.class)
@LocalAccessServer
class ErrorRedactionTests {

    private static final String FIGURE = "0.0417293";
    private static final String NAME = "Canary Mining 7c1e";
    private static final String JSON =
            "{\"company\": \"" + NAME + "\", \"answers\": {\"power.priceUsdPerKwh\": " + FIGURE + "}}";

    @LocalServerPort
    private int port;

    private final List<HttpResponse<String>> replies = new ArrayList<>();

    @Test
    void whatIsAnsweredStaysWithWhoAnswered(CapturedOutput output) {
        HttpTestClient client = new HttpTestClient(port);
        usePages(client);
        useApi(client);
        List<HttpResponse<String>> failures = fail(client);

        assertThat(replies).hasSizeGreaterThan(25).allSatisfy(reply -> {
            assertThat(reply.uri().toString()).doesNotContain(FIGURE, "Canary");
            assertThat(reply.headers().map().toString()).doesNotContain(FIGURE, "Canary");
        });
        assertThat(failures).allSatisfy(reply -> {
            assertThat(reply.statusCode()).isBetween(400, 599);
            assertThat(reply.body()).doesNotContain(FIGURE, "Canary", "Exception");
        });
        assertThat(output).contains("POST /failing failed", FailingPage.class.getName());
        assertThat(output).doesNotContain(FIGURE, "Canary");
    }

    private void usePages(HttpTestClient client) {
        replies.add(client.form("/questions/company", "company", NAME));
        replies.add(client.form("/questions/power", "power.priceUsdPerKwh", FIGURE, "power.largestSiteMw", "245"));
        replies.add(client.form("/interview/power.priceUsdPerKwh", "power.priceUsdPerKwh", FIGURE));
        replies.add(client.form("/questions/power", "power.priceUsdPerKwh", FIGURE + "x"));
        replies.add(client.form("/questions/power", "power.priceUsdPerKwh", FIGURE));
        replies.add(client.form("/advice/map", "x", "power.priceUsdPerKwh", "y", "power.largestSiteMw"));
        replies.add(client.form(
                "/advice/what-if", "question", "power.priceUsdPerKwh", "power.priceUsdPerKwh", "0.0417294"));
        replies.add(
                client.form("/advice/what-if", "question", "power.largestSiteMw", "power.largestSiteMw", FIGURE + "9"));
        for (String path : List.of(
                "/", "/advice", "/interview", "/questions/power", "/questions/check", "/examples", "/?lang=fr")) {
            replies.add(client.get(path));
        }
        replies.add(client.form("/advice/what-if/keep"));
        // A form whose token has expired comes back filled, to the browser that sent it.
        replies.add(client.formWith("", "/questions/power", "power.priceUsdPerKwh", FIGURE));
        replies.add(client.form("/examples/leave"));
    }

    private void useApi(HttpTestClient client) {
        for (String path : List.of(
                "advice", "interview", "advice/flips", "advice/smallest-change", "advice/why-not", "advice/map")) {
            replies.add(client.json("POST", "/api/v1/" + path, JSON));
        }
        HttpResponse<String> kept = client.json("POST", "/api/v1/assessments", JSON);
        replies.add(kept);
        replies.add(client.json("GET", HttpTestClient.location(kept), ""));
        replies.add(
                client.json("PATCH", HttpTestClient.location(kept), "{\"answers\": {\"power.contract\": \"FIXED\"}}"));
        replies.add(client.json("DELETE", HttpTestClient.location(kept), ""));
    }

    private List<HttpResponse<String>> fail(HttpTestClient client) {
        List<HttpResponse<String>> failures = List.of(
                client.form("/questions/weather", "power.priceUsdPerKwh", FIGURE),
                client.form("/questions/power", "company", NAME.repeat(100_000)),
                client.form("/failing", "entered", FIGURE),
                client.send("POST", "/api/failing", "application/x-www-form-urlencoded", "entered=" + FIGURE, Map.of()),
                client.json("POST", "/api/v1/advice", JSON + ","),
                client.send("POST", "/api/v1/advice", "text/plain", JSON, Map.of()),
                client.json("PUT", "/api/v1/advice", JSON),
                new HttpTestClient(port).withKey("hw_wrong").json("POST", "/api/v1/advice", JSON));
        replies.addAll(failures);
        return failures;
    }
}
