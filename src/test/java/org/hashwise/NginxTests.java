package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.account.AccountRepository;
import org.hashwise.account.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server with the arguments that the operating page gives, behind nginx with the configuration that it gives, but
 * without TLS and on other ports. Skipped where there is no nginx.
 */
@Tag("long")
class NginxTests {

    private static final Path PAGE = Path.of("src/docs/operating.md");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HOST = "Host: advice.example";
    private static final String CLOSE = "Connection: close";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie: (form=[^;]+)");

    @TempDir
    private Path folder;

    private ServerProcess server;
    private Process nginx;
    private int port;
    private String password;

    @BeforeEach
    void start() throws Exception {
        boolean installed = Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx")
                .anyMatch(path -> Files.isExecutable(Path.of(path)));
        if (!installed) {
            System.out.println("Nginx: skipped, there is no nginx on this machine");
        }
        assumeThat(installed).as("nginx is installed").isTrue();
        String page = Files.readString(PAGE);
        password = new AccountRepository(folder.resolve("data"))
                .add("anna", Role.ANALYST)
                .orElseThrow()
                .secret();
        server = ServerProcess.start(arguments(page), Path.of(""), folder);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        nginx = new ProcessBuilder(
                        "nginx",
                        "-p",
                        folder.toString(),
                        "-c",
                        configuration(page).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        for (int tries = 0; !isListening() && tries < 200 && nginx.isAlive(); tries++) {
            Thread.sleep(50);
        }
        assertThat(isListening())
                .as(Files.readString(folder.resolve("nginx.log")))
                .isTrue();
    }

    @AfterEach
    void end() {
        if (nginx != null) {
            nginx.destroy();
        }
        if (server != null) {
            server.close();
        }
    }

    private boolean isListening() {
        try (RawHttp http = RawHttp.connect(port, PATIENCE)) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** The settings of the page, except for the port. */
    private List<String> arguments(String page) {
        Matcher shown = Pattern.compile("(?m)^ {4}(--server\\.port=.*)$").matcher(page);
        assertThat(shown.find()).isTrue();
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Hashwise.class.getName(),
                "--hashwise.rules=rules",
                "--hashwise.limits.requests-per-minute=30",
                "--hashwise.data=" + folder.resolve("data").toAbsolutePath()));
        Arrays.stream(shown.group(1).split(" ", -1))
                .filter(argument -> !argument.startsWith("--server.port"))
                .forEach(arguments::add);
        return arguments;
    }

    private Path configuration(String page) throws IOException {
        Matcher shown = Pattern.compile("(?s)```nginx\n(.*?)```").matcher(page);
        assertThat(shown.find()).isTrue();
        String site = shown.group(1)
                .replace("server 127.0.0.1:8081; server 127.0.0.1:8082;", "server 127.0.0.1:" + server.port() + ";")
                .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + ";");
        assertThat(site).contains(":" + server.port(), ":" + port).doesNotContain("443", "8081");
        String temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(name -> name + "_temp_path " + folder.resolve(name) + ";\n")
                .reduce("", String::concat);
        String whole = "daemon off;\nmaster_process off;\npid " + folder.resolve("nginx.pid") + ";\nerror_log "
                + folder.resolve("error.log") + ";\nevents {}\nhttp {\naccess_log off;\n" + temporary + site + "}\n";
        return Files.writeString(folder.resolve("nginx.conf"), whole);
    }

    private String get(String from, String path, String... headers) throws IOException {
        return send(from, RawHttp.request("GET " + path, "", headers));
    }

    private String send(String from, String request) throws IOException {
        try (RawHttp http = RawHttp.connect(from, port, PATIENCE)) {
            return http.send(request).reply();
        }
    }

    @Test
    void noHeaderMakesARequestThroughTheProxyALocalOne() throws IOException {
        List<String> headers = List.of(
                "Accept: */*",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-For: 127.0.0.1, 192.168.1.5",
                "X-Forwarded-Host: localhost",
                "X-Real-IP: 127.0.0.1",
                "Forwarded: for=127.0.0.1;host=localhost",
                "Via: 1.1 other");
        int from = 10;
        for (String host : List.of(HOST, "Host: localhost", "Host: 127.0.0.1")) {
            for (String header : headers) {
                assertThat(get("127.0.1." + from++, "/api/v1/rulebook", host, header, CLOSE))
                        .as(host + ", " + header)
                        .matches("(?s)HTTP/1.1 (401|403) .*");
            }
        }
        assertThat(get("127.0.1.1", "/", HOST, CLOSE, "Accept: text/html"))
                .startsWith("HTTP/1.1 302")
                .contains("/login")
                .doesNotContain(":" + server.port());
    }

    @Test
    void aLoginWorksAndAClientThatGuessesLocksItsOwnAddressAlone() throws IOException {
        String page = get("127.0.2.1", "/login", HOST, CLOSE);
        Matcher token = TOKEN.matcher(page);
        Matcher cookie = COOKIE.matcher(page);
        assertThat(token.find() && cookie.find()).as(page).isTrue();
        for (int guess = 0; guess < 6; guess++) {
            login("127.0.2.2", "wrong", "203.0.113." + guess, token.group(1), cookie.group(1));
        }

        assertThat(login("127.0.2.2", password, "203.0.113.99", token.group(1), cookie.group(1)))
                .startsWith("HTTP/1.1 429");
        assertThat(login("127.0.2.3", password, "127.0.2.2", token.group(1), cookie.group(1)))
                .startsWith("HTTP/1.1 303")
                .doesNotContain("failed");
    }

    @Test
    void theAddressOfTheClientIsTheOneWhoseRequestsAreCounted() throws IOException {
        String last = "";
        for (int i = 0; i < 250 && !last.startsWith("HTTP/1.1 429"); i++) {
            last = get("127.0.3.1", "/login", HOST, CLOSE, "X-Forwarded-For: 203.0.113." + i);
        }

        assertThat(last).startsWith("HTTP/1.1 429");
        assertThat(get("127.0.3.2", "/login", HOST, CLOSE, "X-Forwarded-For: 127.0.3.1"))
                .startsWith("HTTP/1.1 200");
    }

    private String login(String from, String secret, String forged, String token, String cookie) throws IOException {
        String body = "name=anna&password=" + URLEncoder.encode(secret, StandardCharsets.UTF_8) + "&_csrf="
                + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return send(
                from,
                RawHttp.request(
                        "POST /login",
                        body,
                        HOST,
                        CLOSE,
                        "Cookie: " + cookie,
                        "X-Forwarded-For: " + forged,
                        "Content-Type: application/x-www-form-urlencoded"));
    }
}
