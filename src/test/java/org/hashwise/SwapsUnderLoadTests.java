package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Rules are edited under load: visitors see the change only in the edition that the reply names. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class SwapsUnderLoadTests {

    private static final int SWAPS = 100;
    private static final int FIRST = 1000;
    private static final int MILLIS_BETWEEN_REQUESTS = 20;
    private static final long PATIENCE_SECONDS = 60;
    private static final String ASKED = "{ \"asOf\": \"2025-12-01\", \"answers\": { \"power.largestSiteMw\": 9000 } }";
    private static final Path FOLDER = SmallRules.folder(SmallRules.edition(FIRST));

    @Autowired
    private ActiveRulebook rulebooks;

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Integer> megawattsByEdition = new HashMap<>();

    private record Asked(String path, CompletableFuture<HttpResponse<String>> reply) {}

    @DynamicPropertySource
    static void rulesOfOurOwn(DynamicPropertyRegistry registry) {
        registry.add("hashwise.rules", FOLDER::toString);
        registry.add("hashwise.rules-watch", () -> "20ms");
    }

    @Test
    @Tag("long")
    void noRequestIsLostOrMixedUpByAHundredSwaps() throws Exception {
        Queue<Asked> asked = new ConcurrentLinkedQueue<>();
        ScheduledExecutorService visitors = Executors.newSingleThreadScheduledExecutor();
        remember(SmallRules.edition(FIRST), FIRST);
        Future<?> asking = visitors.scheduleAtFixedRate(
                () -> asked.add(ask(asked.size())), 0, MILLIS_BETWEEN_REQUESTS, TimeUnit.MILLISECONDS);
        try {
            for (int megawatts = FIRST + 1; megawatts <= FIRST + SWAPS; megawatts++) {
                RulebookFiles files = SmallRules.edition(megawatts);
                remember(files, megawatts);
                SmallRules.write(files, FOLDER);
                awaitEdition(files.fingerprint());
            }
            assertThat(asking).as("requests until the end").isNotDone();
        } finally {
            visitors.shutdown();
        }
        assertThat(visitors.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isTrue();
        System.out.printf("%d requests during %d swaps%n", asked.size(), SWAPS);

        assertThat(asked).hasSizeGreaterThan(SWAPS);
        for (Asked each : asked) {
            HttpResponse<String> reply = each.reply().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(reply.statusCode()).as(each.path()).isEqualTo(200);
            if (each.path().equals("/api/v1/advice")) {
                assertAdviceIsOfOneEdition(reply.body());
            } else {
                assertRulebookIsOfOneEdition(reply.body());
            }
        }
    }

    private void remember(RulebookFiles files, int megawatts) {
        megawattsByEdition.put(files.fingerprint(), megawatts);
    }

    private void awaitEdition(String edition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!rulebooks.current().edition().equals(edition)) {
            assertThat(System.nanoTime()).as("edition in force in time").isLessThan(end);
            assertThat(rulebooks.draft()).isEmpty();
            Thread.sleep(MILLIS_BETWEEN_REQUESTS);
        }
    }

    private Asked ask(int number) {
        String path = number % 5 == 0 ? "/api/v1/rulebook" : "/api/v1/advice";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (path.endsWith("advice")) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(ASKED));
        }
        return new Asked(path, client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    private void assertAdviceIsOfOneEdition(String body) {
        int megawatts = edition(body, "rulebook");
        int strength = SmallRules.strength(megawatts);
        assertSays(body, "{\"strategy\":\"AI_HOSTING\",\"score\":" + strength + ",");
        assertSays(body, "\"strength\":" + strength + ",\"text\":\"" + SmallRules.sentence(megawatts) + "\"");
    }

    private void assertRulebookIsOfOneEdition(String body) {
        int megawatts = edition(body, "edition");
        assertSays(body, "\"name\":\"largeSiteMw\",\"topic\":\"power-access\",\"value\":" + megawatts + ",");
    }

    // A reply is too long to be printed whole when it does not say this.
    private static void assertSays(String body, String part) {
        assertThat(body.contains(part)).as(part).isTrue();
    }

    private int edition(String body, String key) {
        Matcher matcher =
                Pattern.compile("\"" + key + "\":\"(sha256:[0-9a-f]{64})\"").matcher(body);
        assertThat(matcher.find()).as(key).isTrue();
        Integer megawatts = megawattsByEdition.get(matcher.group(1));
        assertThat(megawatts).as(matcher.group(1)).isNotNull();
        return megawatts;
    }
}
