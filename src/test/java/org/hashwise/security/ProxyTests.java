package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.hashwise.Hashwise;
import org.hashwise.HttpTestClient;
import org.hashwise.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** The server with the settings that the operating page gives for a proxy; the tests send what nginx would. */
@SpringBootTest(
        classes = Hashwise.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.forward-headers-strategy=native", "hashwise.hosts=advice.example"})
@ContextConfiguration(initializers = TestAccounts.Open.class)
class ProxyTests {

    private static final String RULEBOOK = "/api/v1/rulebook";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 127.0.0.1, 192.168.1.5",
                "X-Forwarded-For: 127.0.0.1",
                "X-Real-IP: 127.0.0.1",
                "Via: 1.1 proxy",
                "X-Forwarded-Proto: https",
                "Forwarded: for=127.0.0.1",
                "Accept: */*"
            })
    void everyRequestNeedsALogin(String header) throws IOException {
        assertThat(raw("GET " + RULEBOOK, "Host: advice.example", header)).startsWith("HTTP/1.1 401");
        assertThat(raw("GET " + RULEBOOK, "Host: localhost", header)).startsWith("HTTP/1.1 401");
    }

    @Test
    void aForwardedHostDoesNotDefeatTheCheckOfTheHost() throws IOException {
        assertThat(raw("GET /login", "Host: rebound.example", "X-Forwarded-Host: localhost"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /login", "Host: localhost", "X-Forwarded-Host: rebound.example"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /login", "Host: localhost", "X-Forwarded-Host: advice.example"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void anotherForwardedAddressForEachGuessDoesNotDefeatTheThrottle() {
        String password = TestAccounts.OPEN.add("rosa", Role.READER);
        for (int i = 0; i < LoginThrottle.FREE; i++) {
            assertThat(guess("203.0.113." + i, "rosa", "wrong").statusCode()).isEqualTo(303);
        }

        assertThat(guess("203.0.113.77", "rosa", password).statusCode()).isEqualTo(429);
    }

    @Test
    void aNameWithAControlCharacterDoesNotDefeatTheThrottle() {
        String password = TestAccounts.OPEN.add("bea", Role.READER);

        HttpResponse<String> reply = guess("203.0.113.1", "bea\0", password);

        assertThat(HttpTestClient.location(reply)).isEqualTo("/login?failed");
        assertThat(HttpTestClient.location(guess("203.0.113.1", " bea ", password)))
                .doesNotContain("failed");
    }

    @Test
    void cookiesUnderTlsHaveTheHostPrefixAndAreTheOnlyOnesThatCount() {
        HttpTestClient client = new HttpTestClient(port).sending("X-Forwarded-Proto", "https");
        HttpResponse<String> page = client.get("/login");

        assertThat(page.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie).startsWith("__Host-").contains("; Path=/", "; Secure", "SameSite=Lax"));
        client.loggedIn("rita", TestAccounts.OPEN.secret("rita"));
        assertThat(client.cookie("__Host-JSESSIONID")).isNotEmpty();
        assertThat(client.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aPlantedCookieIsNoTokenForALoggedInBrowser() {
        HttpTestClient client = new HttpTestClient(port).loggedIn("rita", TestAccounts.OPEN.secret("rita"));
        HttpTestClient attacker = new HttpTestClient(port);
        String token = attacker.token();
        String session = "JSESSIONID=" + client.cookie("JSESSIONID");
        client.sending("Cookie", session + "; form=" + attacker.cookie("form"));

        assertThat(client.formWith(token, "/restart").statusCode()).isEqualTo(403);
        HttpResponse<String> hidden = client.send(
                "POST",
                "/restart",
                "application/x-www-form-urlencoded",
                HttpTestClient.encoded(Map.of("_csrf", client.token())),
                Map.of("Origin", "null", "Accept", "text/html"));
        assertThat(hidden.statusCode()).isEqualTo(403);
        assertThat(client.form("/restart").statusCode())
                .as("with its own token")
                .isLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/assessments/a%2fb", "/api/v1/%2f", "/api/v1/a%00", "/actuator/%5c"})
    void whatTheContainerRefusesIsAProblemDocument(String path) throws IOException {
        assertThat(raw("GET " + path, "Host: advice.example"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"status\":400")
                .doesNotContainIgnoringCase("<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1/advice", "/login"})
    void aHeaderWithControlCharactersIsRefusedWhereverItWouldBeRead(String path) throws IOException {
        assertThat(raw("POST " + path, "Host: advice.example", "Content-Length: 2", "Content-Type: a\u0085b/json"))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/questions/a%2fb", "/%00", "/a%5cb", "/%zz", "/questions/%c0%ae"})
    void thePageOfTheContainerIsNeverShown(String path) throws IOException {
        assertThat(raw("GET " + path, "Host: advice.example", "Accept: text/html", "Accept-Language: fr"))
                .startsWith("HTTP/1.1 400")
                .contains("<html lang=\"fr\"", "Cette adresse est illisible", "href=\"/assets/css/base.css\"")
                .doesNotContainIgnoringCase("tomcat", "HTTP Status");
        assertThat(raw("GET " + path, "Host: advice.example"))
                .startsWith("HTTP/1.1 400")
                .contains("text/plain")
                .doesNotContainIgnoringCase("<!doctype", "tomcat", "HTTP Status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/questions?l%ng=fr", "/api/v1/assessments?limit=%"})
    void parametersThatCannotBeDecodedAreAProblemDocument(String path) throws IOException {
        assertThat(raw("GET " + path, "Host: advice.example"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"status\":400");
    }

    @Test
    void parametersThatCannotBeDecodedAreRefusedOnPages() throws IOException {
        assertThat(raw("GET /login?l%ng=fr", "Host: advice.example", "Accept: text/html"))
                .startsWith("HTTP/1.1 400")
                .contains("<html", "Hashwise");
    }

    private HttpResponse<String> guess(String from, String name, String password) {
        HttpTestClient client = new HttpTestClient(port).sending("X-Forwarded-For", from);
        return client.form("/login", "name", name, "password", password);
    }

    private String raw(String request, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String body = request.startsWith("POST") ? "{}" : "";
            String text =
                    request + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
