package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        HttpTestClient guest = new HttpTestClient(port);
        usePages(guest);
        useApi(guest);
        List<HttpResponse<String>> failures = fail(guest);

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

    private void usePages(HttpTestClient guest) {
        replies.add(guest.form("/questions/company", "company", NAME));
        replies.add(guest.form("/questions/power", "power.priceUsdPerKwh", FIGURE, "power.largestSiteMw", "245"));
        replies.add(guest.form("/interview/power.priceUsdPerKwh", "power.priceUsdPerKwh", FIGURE));
        replies.add(guest.form("/questions/power", "power.priceUsdPerKwh", FIGURE + "x"));
        replies.add(guest.form("/questions/power", "power.priceUsdPerKwh", FIGURE));
        replies.add(guest.form("/advice/map", "x", "power.priceUsdPerKwh", "y", "power.largestSiteMw"));
        replies.add(
                guest.form("/advice/what-if", "question", "power.priceUsdPerKwh", "power.priceUsdPerKwh", "0.0417294"));
        replies.add(
                guest.form("/advice/what-if", "question", "power.largestSiteMw", "power.largestSiteMw", FIGURE + "9"));
        for (String path : List.of(
                "/", "/advice", "/interview", "/questions/power", "/questions/check", "/examples", "/?lang=fr")) {
            replies.add(guest.get(path));
        }
        replies.add(guest.form("/advice/what-if/keep"));
        // A form whose token has expired comes back filled, to the browser that sent it.
        replies.add(guest.formWith("", "/questions/power", "power.priceUsdPerKwh", FIGURE));
        replies.add(guest.form("/examples/leave"));
    }

    private void useApi(HttpTestClient guest) {
        for (String path : List.of(
                "advice", "interview", "advice/flips", "advice/smallest-change", "advice/why-not", "advice/map")) {
            replies.add(guest.json("POST", "/api/v1/" + path, JSON));
        }
        HttpResponse<String> kept = guest.json("POST", "/api/v1/assessments", JSON);
        replies.add(kept);
        replies.add(guest.json("GET", HttpTestClient.location(kept), ""));
        replies.add(
                guest.json("PATCH", HttpTestClient.location(kept), "{\"answers\": {\"power.contract\": \"FIXED\"}}"));
        replies.add(guest.json("DELETE", HttpTestClient.location(kept), ""));
    }

    private List<HttpResponse<String>> fail(HttpTestClient guest) {
        List<HttpResponse<String>> failures = List.of(
                guest.form("/questions/weather", "power.priceUsdPerKwh", FIGURE),
                guest.form("/questions/power", "company", NAME.repeat(100_000)),
                guest.form("/failing", "entered", FIGURE),
                guest.send("POST", "/api/failing", "application/x-www-form-urlencoded", "entered=" + FIGURE, Map.of()),
                guest.json("POST", "/api/v1/advice", JSON + ","),
                guest.send("POST", "/api/v1/advice", "text/plain", JSON, Map.of()),
                guest.json("PUT", "/api/v1/advice", JSON),
                new HttpTestClient(port).withKey("hw_wrong").json("POST", "/api/v1/advice", JSON));
        replies.addAll(failures);
        return failures;
    }
}
