package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.HttpTestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The default access: open to this machine, and closed to every other caller. */
@LocalAccessServer
class LocalAccessTests {

    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");

    @LocalServerPort
    private int port;

    private HttpTestClient client;

    @BeforeEach
    void arrive() {
        client = new HttpTestClient(port);
    }

    @Test
    void theApiIsUsedWithoutKeyCookieOrToken() {
        HttpResponse<String> reply = client.json(
                "POST", "/api/v1/advice", "{\"asOf\": \"2025-12-01\", \"answers\": {\"power.largestSiteMw\": 245}}");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aVisitToThePagesDoesNotKeepABrowserFromTheApi() {
        client.form("/questions/power", "power.largestSiteMw", "245");
        assertThat(client.cookie("JSESSIONID")).isNotEmpty();

        assertThat(client.json("POST", "/api/v1/advice", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void readingOpensNoSession() {
        for (String path : List.of("/", "/examples", "/questions/power", "/interview", "/login", "/nowhere")) {
            client.get(path);
        }

        assertThat(client.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void everyFormOfEveryPageCarriesATokenThatIsNotOnceTheSame() {
        client.form("/questions/power", "power.priceUsdPerKwh", "0.04", "power.largestSiteMw", "245");
        client.form("/advice/what-if", "question", "power.largestSiteMw", "power.largestSiteMw", "20");
        List<String> forms = Stream.of(
                        "/",
                        "/examples",
                        "/questions/power",
                        "/questions/regulation",
                        "/questions/market",
                        "/questions/check",
                        "/interview",
                        "/interview/power.contract",
                        "/advice",
                        "/login",
                        "/nowhere")
                .map(client::get)
                .flatMap(page -> FORM.matcher(page.body()).results())
                .map(found -> found.group())
                .toList();

        assertThat(forms)
                .hasSizeGreaterThan(30)
                .allSatisfy(form -> assertThat(form).contains("name=\"_csrf\" value=\""));
        assertThat(HttpTestClient.token(client.get("/"))).isNotEqualTo(HttpTestClient.token(client.get("/")));
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        HttpResponse<String> refused = client.formWith("", "/questions/power", "power.largestSiteMw", "245");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("This page was open for too long")
                .containsPattern("id=\"power.largestSiteMw\"[^>]* value=\"245\"");
        assertThat(client.cookie("JSESSIONID")).isEmpty();

        // What is given back has a token, and is sent once more as it is.
        client.formWith(HttpTestClient.token(refused), "/questions/power", "power.largestSiteMw", "245");
        assertThat(client.get("/questions/check").body()).contains("245\u00a0MW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/advice",
                "/nowhere",
                "/api/v1/questions",
                "/api/v1/nothing",
                "/assets/css/base.css",
                "/actuator/health"
            })
    void everyReplyTellsBrowsersToBeCareful(String path) throws Exception {
        String reply = raw(path, "localhost");

        assertThat(reply)
                .contains("Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self';")
                .contains("font-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .contains("X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin")
                .contains("Permissions-Policy: camera=()", "X-Frame-Options: DENY")
                .contains("Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin")
                .doesNotContain("unsafe-", "Strict-Transport-Security", "Server:", "Access-Control-");
        assertThat(reply).contains(path.startsWith("/assets/") ? "max-age=31536000" : "no-store");
    }

    @Test
    void cookiesAreForThisSiteAndNoScript() {
        HttpResponse<String> page = client.get("/?lang=fr");
        HttpResponse<String> start = client.get("/");
        HttpResponse<String> sent =
                client.formWith(HttpTestClient.token(start), "/questions/power", "power.largestSiteMw", "5");

        List<String> cookies = Stream.of(page, start, sent)
                .flatMap(reply -> reply.headers().allValues("Set-Cookie").stream())
                .toList();
        assertThat(cookies)
                .hasSize(3)
                .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly; SameSite=Lax"));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,         200",
        "127.0.0.1,         200",
        "LOCALHOST:80,      200",
        "[::1]:8080,        200",
        "rebound.example,   403",
        "127.0.0.1.example, 403",
        "0.0.0.0,           403",
        "169.254.169.254,   403"
    })
    void onlyItsOwnNamesLeadHere(String host, int status) throws Exception {
        for (String path : List.of("/", "/api/v1/questions", "/assets/css/base.css")) {
            assertThat(raw(path, host)).as(path).startsWith("HTTP/1.1 " + status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
    void whatAProxyBringsFromElsewhereHasToLogIn(String header) {
        client.sending(header, "for=203.0.113.7");

        assertThat(client.get("/").statusCode()).isEqualTo(302);
        assertThat(client.json("POST", "/api/v1/advice", "{}").statusCode()).isEqualTo(401);
        client.loggedIn("rita", TestAccounts.OPEN.secret("rita"));
        assertThat(client.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyClaimsToComeByTlsUnlessProxiesAreTrusted() {
        HttpResponse<String> page = client.sending("X-Forwarded-Proto", "https").get("/login");

        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void aWrongKeyIsToldEvenWhereNobodyNeedsOne() {
        HttpResponse<String> reply = client.withKey("hw_wrong").json("POST", "/api/v1/advice", "{}");

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Hashwise\"");
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.body())
                .contains("\"status\":401", "\"instance\":\"/api/v1/advice\"", "Authorization: Bearer")
                .doesNotContain("hw_wrong");
    }

    @Test
    void addressesThatNoBrowserWritesAreRefusedInWords() {
        HttpResponse<String> api = client.send("GET", "/api/v1/..;/questions", "", "", Map.of());
        assertThat(api.statusCode()).isEqualTo(400);
        assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    /** A request under a host name of choice, which the client of the JDK does not send. */
    private String raw(String path, String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
