package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.InOrder.inOrder;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hashwise.command.Command;
import org.hashwise.command.Commands;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An advice is kept, the rules change, and years later somebody asks what it was and why it is another now. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ReceiptStoryTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String API = "/api/v1";
    private static final int THEN = 100;
    private static final int LATER = 400;
    private static final Path DATA = SmallRules.folder();

    @Autowired
    private ActiveRulebook rulebooks;

    @LocalServerPort
    private int port;

    @TempDir
    private Path elsewhere;

    private StoryClient client;

    @DynamicPropertySource
    static void aStoreAndRulesOfOurOwn(DynamicPropertyRegistry registry) {
        SmallRules.register(registry, SmallRules.edition(THEN), DATA);
    }

    @BeforeEach
    void putTheFirstRulesInForce() throws Exception {
        client = new StoryClient(port);
        RulebookActivation.swap(rulebooks, SmallRules.edition(THEN));
    }

    @Test
    void aReceiptIsReproducedWhenItsRulesAreInForceAndWhenTheyAreArchived() throws Exception {
        JsonNode receipt = kept(250).path("receipt");

        JsonNode now = ask("POST", "/receipts/verify", receipt.toString());
        assertThat(now.path("reproduced").asBoolean()).isTrue();
        assertThat(now.path("hash").asString()).isEqualTo("matches");
        assertThat(now.path("rulebook").asString()).isEqualTo("in force");

        RulebookActivation.swap(rulebooks, SmallRules.edition(LATER));
        JsonNode later = ask("POST", "/receipts/verify", receipt.toPrettyString());
        assertThat(later.path("reproduced").asBoolean()).isTrue();
        assertThat(later.path("rulebook").asString()).isEqualTo("archived");
        assertThat(ask("POST", "/receipts/verify", receipt.toString().replace("\"score\":2", "\"score\":5"))
                        .at("/difference/path")
                        .asString())
                .isEqualTo("$.advice.ranking[0].score");
    }

    /** The command has no server; it finds the edition in the archive of the store, which goes on being used. */
    @Test
    void theCommandFindsTheEditionInTheStore() throws Exception {
        Path file = elsewhere.resolve("receipt.json");
        Files.writeString(file, kept(250).path("receipt").toString());

        assertThat(verify(file.toString())).startsWith("1 The rulebook edition sha256:");
        assertThat(verify(file.toString(), "--data", DATA.toString())).isEqualTo("0 reproduced\n");
        assertThat(verify(file.toString(), "--data", DATA.resolve("hashwise.db").toString()))
                .isEqualTo("0 reproduced\n");
        assertThat(verify(file.toString(), "--data", file.toString())).startsWith("2 A store that was named");
        assertThat(verify(file.toString(), "--data", elsewhere.toString())).contains("(nothing)");
    }

    private static String verify(String... arguments) {
        Command command = Commands.in("verify").orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = command.run(List.of(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return code + " " + bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void todaysRulesAreAskedAboutOneAndAboutSeveral() throws Exception {
        String small = kept(50).path("id").asString();
        String middle = kept(250).path("id").asString();
        RulebookActivation.swap(rulebooks, SmallRules.edition(LATER));

        JsonNode one = ask("POST", "/assessments/" + middle + "/replay", "{}");
        assertThat(one.at("/then/strategy").asString()).isEqualTo("AI_HOSTING");
        assertThat(one.at("/now/strategy").asString()).isEqualTo("HOLD");
        assertThat(one.path("changed").asBoolean()).isTrue();
        assertThat(one.path("renamed").isEmpty()).isTrue();
        assertThat(ask("POST", "/assessments/" + middle + "/replay", "{ \"rules\": \"then\" }")
                        .path("changed")
                        .asBoolean())
                .isFalse();

        JsonNode both = ask(
                "POST",
                "/assessments/replay",
                "{ \"rules\": \"today\", \"market\": \"then\", \"assessments\": [\"" + small + "\", \"" + middle
                        + "\"] }");
        assertThat(both.path("assessments").asInt()).isEqualTo(2);
        assertThat(both.path("changed").asInt()).isEqualTo(1);
        assertThat(both.at("/changes/0/id").asString()).isEqualTo(middle);

        // A caller without a login owns no assessments.
        assertThat(ask("POST", "/assessments/replay", "{}").path("assessments").asInt())
                .isZero();
        assertThat(status("POST", "/assessments/" + middle + "/replay", "{ \"rules\": \"tomorrow\" }"))
                .isEqualTo(400);
        assertThat(status("POST", "/assessments/00000000000000000000000000000000/replay", "{}"))
                .isEqualTo(404);
    }

    @Test
    void aChangeIsDividedUpBetweenAnswersAndRules() throws Exception {
        JsonNode first = kept(90);
        String id = first.path("id").asString();
        RulebookActivation.swap(rulebooks, SmallRules.edition(50));
        JsonNode second =
                patched(id, "{ \"answers\": { \"power.largestSiteMw\": 60, \"power.priceUsdPerKwh\": 0.04 } }");

        JsonNode attribution = ask("POST", "/assessments/" + id + "/attribution", "{ \"from\": 1, \"to\": 2 }");
        assertThat(attribution.at("/from/strategy").asString()).isEqualTo("HOLD");
        assertThat(attribution.at("/to/strategy").asString()).isEqualTo("AI_HOSTING");
        assertThat(attribution.path("changed").asBoolean()).isTrue();
        double sum = 0;
        for (JsonNode group : attribution.path("groups")) {
            sum += group.path("value").asDouble();
        }
        assertThat(sum).isEqualTo(attribution.at("/lead/change").asDouble()).isEqualTo(3);
        assertThat(attribution.at("/shares/rules").asDouble()).isEqualTo(3);
        assertThat(attribution.at("/shares/answers").asDouble()).isZero();
        assertThat(attribution.at("/sufficient/0").asString()).isEqualTo("rules");

        ObjectNode pair = JSON.createObjectNode();
        pair.set("from", first.path("receipt"));
        pair.set("to", second.path("receipt"));
        assertThat(ask("POST", "/receipts/attribution", pair.toString())).isEqualTo(attribution);
        assertThat(status("POST", "/assessments/" + id + "/attribution", "{ \"from\": 2, \"to\": 2 }"))
                .isEqualTo(400);
        assertThat(status("POST", "/receipts/attribution", "{ \"from\": {} }")).isEqualTo(400);
        assertThat(status(
                        "POST",
                        "/receipts/attribution",
                        pair.toString().replace(SmallRules.edition(50).fingerprint(), "sha256:lost")))
                .isEqualTo(422);
    }

    @Test
    void theHistoryPageSaysWhatChangedWhyAndWhatWouldBeAdvisedToday() throws Exception {
        JsonNode first = kept(90);
        String id = first.path("id").asString();
        RulebookActivation.swap(rulebooks, SmallRules.edition(50));
        patched(id, "{ \"answers\": { \"power.largestSiteMw\": 60 } }");
        RulebookActivation.swap(rulebooks, SmallRules.edition(LATER));

        String change = page(first.at("/links/change").asString() + "/history");
        String read = page(first.at("/links/read").asString() + "/history");

        assertThat(change)
                .contains("From version 1 to version 2 the recommendation changed from", "went from")
                .satisfies(inOrder("<span>Rules</span>", "enough by itself", "+3</td>"))
                .containsPattern("90.MW</td>[^/]*>60.MW</td>")
                .satisfies(inOrder(
                        "today’s rules, the market at that time",
                        "another one",
                        "the rules at that time, today’s market",
                        "unchanged"));
        assertThat(read).contains("went from", "another one").doesNotContain(id);
        assertThat(page(first.at("/links/change").asString() + "/history?from=2&to=1"))
                .contains("From version 2 to version 1");
    }

    @Test
    void theReceiptOfTheLinkToReadIsReproducedAndDoesNotNameTheAssessment() throws Exception {
        JsonNode saved = kept(250);

        JsonNode receipt = JSON.readTree(page(saved.at("/links/read").asString() + "/receipt.json"));

        assertThat(receipt.toString()).doesNotContain(saved.path("id").asString());
        assertThat(receipt.path("advice")).isEqualTo(saved.at("/receipt/advice"));
        assertThat(ask("POST", "/receipts/verify", receipt.toString())
                        .path("reproduced")
                        .asBoolean())
                .isTrue();
        String token = saved.at("/links/read").asString().replace("/shared/", "");
        assertThat(status("PATCH", "/assessments/" + token, "{ \"company\": \"Mine now\" }"))
                .isEqualTo(404);
        assertThat(status("DELETE", "/assessments/" + token, "")).isEqualTo(404);
    }

    private String page(String path) throws Exception {
        return client.page(path, "en");
    }

    private JsonNode kept(double megawatts) throws Exception {
        return ask(
                "POST",
                "/assessments",
                "{ \"asOf\": \"2025-12-01\", \"answers\": { \"power.largestSiteMw\": " + megawatts + " } }");
    }

    private JsonNode patched(String id, String change) throws Exception {
        return JSON.readTree(
                client.send("PATCH", API + "/assessments/" + id, "application/json", change, "If-Match", "\"1\"")
                        .body());
    }

    private JsonNode ask(String method, String path, String body) throws Exception {
        HttpResponse<String> reply = client.send(method, API + path, "application/json", body);
        assertThat(reply.statusCode()).as(reply.body()).isBetween(200, 201);
        return JSON.readTree(reply.body());
    }

    private int status(String method, String path, String body) throws Exception {
        HttpResponse<String> reply = client.send(method, API + path, "application/json", body);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return reply.statusCode();
    }
}
