package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.consultation.Consultation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Sends every request that the documentation shows. While the rules are the edition that the README names, the reply
 * has to be the shown one, word for word. After an edit of the rules it has to have the shown fields; the long tests
 * fail until the shown replies are brought up to date.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReadmeTests {

    private static final Pattern REQUEST = Pattern.compile("curl -s http://localhost:8080(?<path>/\\S+)"
            + "(?<headers>(?:[\\s\\\\]+-H '[^']*')*)(?:[\\s\\\\]+-d '(?<body>[^']*)')?\\s*");
    private static final Pattern HEADER = Pattern.compile("-H '([^:']+): ([^']*)'");
    private static final Pattern FIELD = Pattern.compile("\"([A-Za-z]+)\":");
    private static final Pattern EDITION = Pattern.compile("\"rulebook\": \"(sha256:[0-9a-f]{12})");
    private static final int CHARACTERS_OF_EDITION = "sha256:".length() + 12;

    @LocalServerPort
    private int port;

    @Autowired
    private Consultation consultation;

    /** A request, and the reply that is shown below it. */
    private record Exchange(String place, String path, String headers, String body, String reply) {

        static List<Exchange> in(Document document) {
            List<Exchange> exchanges = new ArrayList<>();
            List<Document.Block> blocks = document.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                Document.Block block = blocks.get(i);
                if (!block.text().contains("curl ")) {
                    continue;
                }
                String place = document.place(block);
                Matcher request = REQUEST.matcher(block.text());
                assertThat(request.matches())
                        .as(place + " is one request as REQUEST reads it")
                        .isTrue();
                assertThat(i + 1 < blocks.size() && blocks.get(i + 1).language().equals("json"))
                        .as(place + " is followed by its reply, a block of json")
                        .isTrue();
                String body = request.group("body") == null ? "" : request.group("body");
                exchanges.add(new Exchange(
                        place,
                        request.group("path"),
                        request.group("headers"),
                        body,
                        blocks.get(i + 1).text()));
            }
            return exchanges;
        }
    }

    /** An exchange that is written in another way would not be tried, and nobody would notice. */
    @Test
    void everyRequestAndEveryReplyIsPartOfAnExchange() {
        for (Document document : Document.all()) {
            List<Exchange> exchanges = Exchange.in(document);
            assertThat(Pattern.compile("\\bcurl\\b").matcher(document.text()).results())
                    .as("requests in " + document)
                    .hasSameSizeAs(exchanges);
            assertThat(document.text().lines().filter(line -> line.strip().startsWith("```json")))
                    .as("replies in " + document)
                    .hasSameSizeAs(exchanges);
            assertThat(document.prose()).as("fences of " + document).doesNotContain("```");
        }
        assertThat(Exchange.in(Document.of(Path.of("README.md")))).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyShownReplyIsReal() {
        return Document.all().stream()
                .flatMap(document -> Exchange.in(document).stream())
                .map(exchange -> DynamicTest.dynamicTest(exchange.place(), () -> {
                    String reply = compact(send(exchange));
                    if (edition().equals(shownEdition())) {
                        assertThat(reply).contains(pieces(exchange.reply()));
                    } else {
                        assertThat(reply).contains(fields(exchange.reply()));
                    }
                }));
    }

    /** Fails after an edit of the rules: bring the replies up to date, and the edition that the README names. */
    @Test
    @Tag("long")
    void theRepliesAreThoseOfTheShippedRules() {
        assertThat(edition()).isEqualTo(shownEdition());
    }

    private String edition() {
        return consultation.edition().substring(0, CHARACTERS_OF_EDITION);
    }

    private static String shownEdition() {
        Matcher shown = EDITION.matcher(Document.of(Path.of("README.md")).text());
        assertThat(shown.find()).as("the README names the edition of its reply").isTrue();
        return shown.group(1);
    }

    /** The parts between the marks of omission, without the punctuation at its ends. */
    private static List<String> pieces(String shown) {
        List<String> pieces = new ArrayList<>();
        for (String piece : shown.split("…", -1)) {
            String compact = compact(piece).replaceAll("^[,\\]}]+|[,\\[{]+$", "");
            if (compact.matches(".*\\w.*") && !compact.equals("\"")) {
                pieces.add(compact);
            }
        }
        return pieces;
    }

    private static List<String> fields(String shown) {
        return FIELD.matcher(compact(shown)).results().map(MatchResult::group).toList();
    }

    // White space means nothing between the parts, and a space that does not break is a space.
    private static String compact(String json) {
        return json.replace('\u00a0', ' ')
                .replaceAll("\\s*([\\[\\]{},:])\\s*", "$1")
                .strip();
    }

    private String send(Exchange exchange) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + exchange.path()));
        HEADER.matcher(exchange.headers()).results().forEach(each -> request.header(each.group(1), each.group(2)));
        if (!exchange.body().isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofString(exchange.body()));
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
