package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the README shows is what the program answers: every request in it is sent, every line of a reply is looked for. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "hashwise.warm-up=false")
class ReadmeTests {

    /** A request with its body, and the reply below it. */
    private static final Pattern EXCHANGE = Pattern.compile(
            "```sh\\ncurl -s http://localhost:8080(\\S+)[^\u0060]*? -d '([^']*)'\\n```(?:(?!```).)*?```json\\n(.*?)```",
            Pattern.DOTALL);

    @LocalServerPort
    private int port;

    @Test
    void thereAreExchangesToTry() throws IOException {
        assertThat(exchanges()).hasSizeGreaterThanOrEqualTo(2);
    }

    @TestFactory
    Stream<DynamicTest> everyShownReplyIsReal() throws IOException {
        return exchanges().stream()
                .map(exchange -> DynamicTest.dynamicTest(exchange.group(1), () -> {
                    String reply = compact(post(exchange.group(1), exchange.group(2)));
                    assertThat(reply).contains(pieces(exchange.group(3)));
                }));
    }

    private static List<MatchResult> exchanges() throws IOException {
        return EXCHANGE.matcher(Files.readString(Path.of("README.md")))
                .results()
                .toList();
    }

    /** What stands between the marks of omission, without what only holds it together. */
    private static List<String> pieces(String shown) {
        List<String> pieces = new ArrayList<>();
        for (String piece : shown.split("…")) {
            String compact = compact(piece).replaceAll("^[,\\]}]+|[,\\[{]+$", "");
            if (compact.matches(".*\\w.*") && !compact.equals("\"")) {
                pieces.add(compact);
            }
        }
        return pieces;
    }

    // White space means nothing between the parts, and a space that does not break is a space.
    private static String compact(String json) {
        return json.replace('\u00a0', ' ')
                .replaceAll("\\s*([\\[\\]{},:])\\s*", "$1")
                .strip();
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
