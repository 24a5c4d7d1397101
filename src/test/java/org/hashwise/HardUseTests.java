package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.hashwise.account.AccountRepository;
import org.hashwise.account.Role;
import org.hashwise.assessment.CanonicalJson;
import org.hashwise.fuzz.SpoiledInputs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server with a heap of 192 MB under attack, group by group, while somebody else sends cheap requests. Prints what was
 * tried and what held.
 */
@Tag("long")
class HardUseTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long CHEAP_MILLIS = 200;
    private static final int LONGEST_REPLY = 300_000;
    private static final String JSON_TYPE = "Content-Type: application/json";
    private static final String FORM_TYPE = "Content-Type: application/x-www-form-urlencoded";
    private static final String HOST = "Host: localhost";
    private static final String CLOSE = "Connection: close";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    private final AttackReport report = new AttackReport();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private interface Attack {
        void on(ServerProcess server, String group) throws Exception;
    }

    @Test
    void aServerWithALoginForOtherMachinesHolds() throws Exception {
        try (ServerProcess server = start("data")) {
            warmUp(server);
            attack("slow bodies", server, this::slowBodies);
            attack("slow headers", server, this::slowHeaders);
            attack("slow readers", server, this::slowReaders);
            attack("work without bound", server, this::workWithoutBound);
            attack("large imports", server, this::largeImports);
            attack("sessions full of text", server, this::fullSessions);
            attack("work for nobody", server, this::workForNobody);
            attack("largest analyses", server, this::largestAnalyses);
            attack("forged imports", server, this::forgedImports);
            attack("bad inputs", server, this::badInputs);
            assertThat(server.isRunning()).as("runs on: " + server.output()).isTrue();
            assertThat(server.output()).doesNotContain("OutOfMemoryError");
        } finally {
            report.print();
        }
        assertThat(report.broken()).isEmpty();
    }

    @Test
    void aServerBehindAProxyHolds() throws Exception {
        AccountRepository accounts = new AccountRepository(folder.resolve("proxied"));
        accounts.add("anna", Role.ANALYST);
        try (ServerProcess server = start(
                "proxied",
                "--server.forward-headers-strategy=native",
                "--hashwise.hosts=advice.example",
                "--hashwise.trusted-proxies=127.0.0.1")) {
            headerTricks(server, "header tricks");
            guesses(server, "guessed passwords");
            assertThat(server.isRunning()).isTrue();
        } finally {
            report.print();
        }
        assertThat(report.broken()).isEmpty();
    }

    @Test
    void whatIsAcknowledgedSurvivesAKillWithASmallHeap() throws Exception {
        AssessmentWriter writes = new AssessmentWriter();
        int kills = 3;
        for (int kill = 0; kill < kills; kill++) {
            try (ServerProcess server = start("killed")) {
                writes.sendAgain(server);
                writes.send(Duration.ofMillis(700), server);
                server.kill();
                writes.settle();
            }
        }
        try (ServerProcess server = start("killed")) {
            writes.sendAgain(server);
            int found = writes.found(server);
            System.out.printf(
                    "Hard use: kills %d, writes acknowledged %d, found %d%n", kills, writes.acknowledged(), found);
            assertThat(found).isEqualTo(writes.acknowledged()).isGreaterThan(kills);
        }
    }

    private ServerProcess start(String data, String... settings) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx192m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Hashwise.class.getName(),
                "--hashwise.rules=rules",
                "--hashwise.data=" + folder.resolve(data).toAbsolutePath()));
        arguments.addAll(List.of(settings));
        return ServerProcess.start(arguments, Path.of(""), folder);
    }

    private void warmUp(ServerProcess server) throws Exception {
        try (CheapRequests requests = CheapRequests.to(server)) {
            TimeUnit.SECONDS.sleep(15);
            assertThat(requests.failures()).isEmpty();
        }
    }

    private void attack(String group, ServerProcess server, Attack attack) throws Exception {
        CheapRequests cheap = CheapRequests.to(server);
        try (cheap) {
            attack.on(server, group);
            TimeUnit.SECONDS.sleep(1);
        }
        report.cheap(group, cheap, CHEAP_MILLIS);
    }

    private void slowBodies(ServerProcess server, String group) throws Exception {
        List<RawHttp> clients = new ArrayList<>();
        List<String> paths = List.of(
                "/login", "/api/v1/interview", "/api/v1/advice", "/api/v1/assessments/import", "/questions/power");
        for (int i = 0; i < 150; i++) {
            String path = paths.get(i % paths.size());
            clients.add(RawHttp.connect(server.port(), PATIENCE)
                    .send("POST " + path + " HTTP/1.1\r\n" + HOST + "\r\n"
                            + (path.startsWith("/api/") ? JSON_TYPE : FORM_TYPE)
                            + "\r\nContent-Length: 5000\r\n\r\n{"));
        }
        drip(clients, Duration.ofSeconds(12));
        for (RawHttp client : clients) {
            try (client) {
                String reply = client.reply();
                boolean refused = reply.isEmpty() || reply.matches("(?s)HTTP/1.1 (408|503|413|403) .*");
                // An import has a minute.
                report.tried(group, reply, refused || reply.contains("no end in time"));
            }
        }
    }

    private static void drip(List<RawHttp> clients, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            clients.forEach(RawHttp::drip);
            Thread.sleep(1000);
        }
    }

    private void slowHeaders(ServerProcess server, String group) throws Exception {
        List<RawHttp> clients = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            clients.add(RawHttp.connect(server.port(), PATIENCE).send("GET / HTTP/1.1\r\n" + HOST + "\r\nX-Slow: x"));
        }
        drip(clients, Duration.ofSeconds(45));
        for (RawHttp client : clients) {
            try (client) {
                report.tried(group, "still open after 45 s", !client.drip());
            }
        }
    }

    private void slowReaders(ServerProcess server, String group) throws Exception {
        List<RawHttp> clients = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String path = i % 2 == 0 ? "/api/v1/openapi" : "/api/v1/rulebook";
            clients.add(
                    RawHttp.slowReader(server.port(), PATIENCE).send(RawHttp.request("GET " + path, "", HOST, CLOSE)));
        }
        String advice = reply(server, RawHttp.request("POST /api/v1/advice/flips", "{}", HOST, JSON_TYPE, CLOSE));
        report.tried(group, advice, advice.startsWith("HTTP/1.1 200"));
        TimeUnit.SECONDS.sleep(5);
        for (RawHttp client : clients) {
            try (client) {
                report.tried(group, "closed early", true);
            }
        }
    }

    private String reply(ServerProcess server, String request) throws IOException {
        try (RawHttp client = RawHttp.connect(server.port(), PATIENCE)) {
            return client.send(request).reply();
        }
    }

    private void workWithoutBound(ServerProcess server, String group) throws Exception {
        String lists = "[],".repeat(330_000) + "[]";
        List<List<String>> attacks = List.of(
                List.of("/api/v1/advice", answers("regulation.jurisdictions", map(20_000, i -> "\"Q" + i + "\": 1"))),
                List.of("/api/v1/advice", answers("mining.hashrateEh", "9".repeat(900_000))),
                List.of("/api/v1/advice", answers("mining.hashrateEh", "0." + "9".repeat(900_000))),
                List.of("/api/v1/advice", answers("mining.hashrateEh", "1e" + "9".repeat(900_000))),
                List.of("/api/v1/advice", answers("mining.hashrateEh", "\"" + "9".repeat(900_000) + "\"")),
                List.of("/api/v1/advice", answers("mining.hashrateEh", "\"1" + " 000".repeat(4_000) + " EH/s\"")),
                List.of("/api/v1/advice", "{\"answers\": " + map(60_000, i -> "\"u" + i + "\": 1") + "}"),
                List.of("/api/v1/advice", map(60_000, i -> "\"f" + i + "\": 1")),
                List.of(
                        "/api/v1/advice",
                        "{\"answers\": " + map(900, i -> "\"u" + i + "\": \"" + "x".repeat(900) + "\"") + "}"),
                List.of("/api/v1/advice", "{\"company\": \"" + "x".repeat(900_000) + "\"}"),
                List.of("/api/v1/advice", "{\"" + "x".repeat(900_000) + "\": 1}"),
                List.of("/api/v1/advice", "[".repeat(500_000) + "]".repeat(500_000)),
                List.of("/api/v1/advice", "{\"answers\": [" + lists + "]}"),
                List.of("/api/v1/advice", " ".repeat(2_000_000) + "{}"),
                List.of("/api/v1/interview", "{\"samples\": 999999999}"),
                List.of("/api/v1/interview", "{\"samples\": 1" + "0".repeat(900) + "}"),
                List.of("/api/v1/advice/map", mapOf(100_000, 100_000)),
                List.of("/api/v1/receipts/verify", "{\"advice\": [" + lists + "]}"),
                List.of("/api/v1/receipts/verify", "{\"format\": 1" + "0".repeat(900) + "}"),
                List.of("/api/v1/receipts/attribution", "{\"from\": [" + lists + "], \"to\": [" + lists + "]}"),
                List.of(
                        "/api/v1/assessments/replay",
                        "{\"assessments\": [" + list(60_000, i -> "\"" + i + "\"") + "]}"),
                List.of("/api/v1/assessments/import", "{\"format\": 1, \"assessments\": [[" + lists + "]]}"),
                List.of("/api/v1/assessments/import", "{\"format\": 1, \"assessments\": [" + lists + "]}"));
        for (List<String> each : attacks) {
            for (int times = 0; times < 3; times++) {
                long start = System.nanoTime();
                String reply =
                        reply(server, RawHttp.request("POST " + each.get(0), each.get(1), HOST, JSON_TYPE, CLOSE));
                long millis = (System.nanoTime() - start) / 1_000_000;
                boolean held = reply.matches("(?s)HTTP/1.1 4.*") && reply.length() < LONGEST_REPLY && millis < 5_000;
                report.tried(
                        group,
                        each.get(0) + " "
                                + each.get(1)
                                        .substring(0, Math.min(60, each.get(1).length())) + "…: " + millis + " ms, "
                                + reply.length() + " characters: " + reply,
                        held);
            }
        }
        gzipBombs(server, group);
    }

    private void gzipBombs(ServerProcess server, String group) throws Exception {
        for (String path : List.of("/api/v1/advice", "/api/v1/assessments/import", "/api/v1/receipts/verify")) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                byte[] blank = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 500; i++) {
                    gzip.write(blank);
                }
            }
            try (RawHttp client = RawHttp.connect(server.port(), PATIENCE)) {
                String head = "POST " + path + " HTTP/1.1\r\n" + HOST + "\r\n" + JSON_TYPE + "\r\n" + CLOSE
                        + "\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n";
                String reply = client.send(head).send(packed.toByteArray()).reply();
                report.tried(group, "gzip " + path + ": " + reply, reply.matches("(?s)HTTP/1.1 (4|503).*"));
            }
        }
    }

    private static String answers(String id, String value) {
        return "{\"answers\": {\"" + id + "\": " + value + "}}";
    }

    private static String map(int count, IntFunction<String> entry) {
        return "{" + list(count, entry) + "}";
    }

    private static String list(int count, IntFunction<String> entry) {
        return IntStream.range(0, count).mapToObj(entry).collect(Collectors.joining(", "));
    }

    private static String mapOf(int columns, int rows) {
        return ("{\"x\": {\"id\": \"power.priceUsdPerKwh\", \"from\": 0.01, \"to\": 0.1, \"steps\": %d}, "
                        + "\"y\": {\"id\": \"power.largestSiteMw\", \"from\": 1, \"to\": 500, \"steps\": %d}}")
                .formatted(columns, rows);
    }

    private void largeImports(ServerProcess server, String group) throws Exception {
        JsonNode one = JSON.readTree(exported(server));
        byte[] nine = archive(one, 9 << 20);
        HttpResponse<String> reply = post(server, nine);
        report.tried(group, "9 MB: " + reply.body(), reply.statusCode() == 200);
        byte[] largest = archive(one, (32 << 20) - 100_000);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                try {
                    HttpResponse<String> many = post(server, largest);
                    report.tried(group, "32 MB: " + many.body(), many.statusCode() == 413 || many.statusCode() == 503);
                } catch (IOException | InterruptedException failure) {
                    // The server may close the connection before it read all.
                    report.tried(group, "32 MB: " + failure, server.isRunning());
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        String lists = "{\"format\": 1, \"assessments\": [{\"receipts\": [[" + "[],".repeat(10_000_000) + "[]]]}]}";
        HttpResponse<String> empty = post(server, lists.getBytes(StandardCharsets.US_ASCII));
        report.tried(group, "lists: " + empty.body(), empty.statusCode() == 400);
    }

    private HttpResponse<String> post(ServerProcess server, byte[] body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.uri("/api/v1/assessments/import"))
                        .timeout(Duration.ofMinutes(2))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String exported(ServerProcess server) throws IOException, InterruptedException {
        HttpResponse<String> created = http.send(
                HttpRequest.newBuilder(server.uri("/api/v1/assessments"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"company\": \"Example Mining\", \"asOf\": \"2025-12-01\", "
                                        + "\"answers\": {\"power.largestSiteMw\": 245}}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String id = JSON.readTree(created.body()).path("id").stringValue("");
        return http.send(
                        HttpRequest.newBuilder(server.uri("/api/v1/assessments/export?id=" + id))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Copies of one assessment under other ids, each with a hash that is right. */
    private static byte[] archive(JsonNode one, int bytes) {
        ObjectNode document = (ObjectNode) one.deepCopy();
        ArrayNode list = (ArrayNode) document.path("assessments");
        JsonNode item = list.path(0);
        list.removeAll();
        StringBuilder text = new StringBuilder("{\"format\": 1, \"assessments\": [");
        for (int number = 0; text.length() < bytes; number++) {
            text.append(number == 0 ? "" : ",").append(copy(item, number, receipt -> {}));
        }
        return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String copy(JsonNode item, int number, Consumer<ObjectNode> change) {
        ObjectNode copy = (ObjectNode) item.deepCopy();
        String id = "%032x".formatted(number + 1);
        copy.put("id", id);
        for (JsonNode each : copy.path("receipts")) {
            ObjectNode receipt = (ObjectNode) each;
            receipt.put("assessment", id);
            change.accept(receipt);
            receipt.remove("hash");
            receipt.put("hash", CanonicalJson.hash(receipt));
        }
        return copy.toString();
    }

    private void forgedImports(ServerProcess server, String group) throws Exception {
        JsonNode item = JSON.readTree(exported(server)).path("assessments").path(0);
        List<Consumer<ObjectNode>> changes = List.of(
                receipt -> ((ObjectNode) receipt.path("advice").path("recommendation")).put("headline", "Forged"),
                receipt -> ((ObjectNode) receipt.path("advice").path("recommendation")).put("strategy", "SELL"),
                receipt -> ((ObjectNode) receipt.path("advice")).remove("evidence"),
                receipt -> receipt.put("issuedAt", "2999-01-01T00:00:00Z"),
                receipt -> receipt.put("company", "A\r\nB"),
                receipt -> receipt.put("company", "A\u202EB"),
                receipt -> receipt.put("company", "A\0B"),
                receipt -> receipt.put("company", "x".repeat(500)),
                receipt -> receipt.put("rulebook", "sha256:" + "0".repeat(64)),
                receipt -> receipt.put("asOf", "2024-01-01"),
                receipt -> receipt.put("more", "field"),
                receipt -> receipt.put("version", 2));
        for (int number = 0; number < changes.size(); number++) {
            String body =
                    "{\"format\": 1, \"assessments\": [" + copy(item, 900_000 + number, changes.get(number)) + "]}";
            HttpResponse<String> reply = post(server, body.getBytes(StandardCharsets.UTF_8));
            report.tried(group, number + ": " + reply.statusCode() + " " + reply.body(), reply.statusCode() == 400);
        }
    }

    private void fullSessions(ServerProcess server, String group) throws Exception {
        String text = URLEncoder.encode("x".repeat(900_000), StandardCharsets.UTF_8);
        for (int i = 0; i < 150; i++) {
            HttpClient browser = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .build();
            URI page = server.uri("/questions/power");
            HttpResponse<String> form =
                    browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            Matcher token = TOKEN.matcher(form.body());
            String csrf = token.find() ? token.group(1) : "";
            HttpResponse<String> reply = browser.send(
                    HttpRequest.newBuilder(page)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("_csrf="
                                    + URLEncoder.encode(csrf, StandardCharsets.UTF_8) + "&power.largestSiteMw=" + text))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            boolean held = reply.statusCode() == 422 && reply.body().length() < LONGEST_REPLY;
            report.tried(group, reply.statusCode() + ", " + reply.body().length() + " characters", held);
        }
    }

    /** Four waves of clients that leave: the 99th percentile of a few seconds would rest on a single request. */
    private void workForNobody(ServerProcess server, String group) throws Exception {
        for (int wave = 0; wave < 4; wave++) {
            waveForNobody(server, group);
        }
    }

    private void waveForNobody(ServerProcess server, String group) throws Exception {
        List<String> largest = List.of(
                RawHttp.request("POST /api/v1/interview", "{\"samples\": 200000}", HOST, JSON_TYPE),
                RawHttp.request("POST /api/v1/advice/map", mapOf(500, 500), HOST, JSON_TYPE),
                RawHttp.request(
                        "POST /api/v1/advice/smallest-change", "{\"target\": \"RESTRUCTURE\"}", HOST, JSON_TYPE));
        List<RawHttp> clients = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            clients.add(RawHttp.connect(server.port(), PATIENCE).send(largest.get(i % largest.size())));
        }
        TimeUnit.SECONDS.sleep(2);
        for (RawHttp client : clients) {
            client.close();
        }
        long start = System.nanoTime();
        String reply = reply(server, RawHttp.request("POST /api/v1/advice/flips", "{}", HOST, JSON_TYPE, CLOSE));
        long millis = (System.nanoTime() - start) / 1_000_000;
        for (int i = 0; i < clients.size(); i++) {
            report.tried(
                    group,
                    "flips after " + millis + " ms: " + reply,
                    reply.startsWith("HTTP/1.1 200") && millis < 5_000);
        }
    }

    private void largestAnalyses(ServerProcess server, String group) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String request = i % 2 == 0
                    ? RawHttp.request("POST /api/v1/interview", "{\"samples\": 200000}", HOST, JSON_TYPE, CLOSE)
                    : RawHttp.request("POST /api/v1/advice/map", mapOf(500, 500), HOST, JSON_TYPE, CLOSE);
            Thread thread = new Thread(() -> {
                try (RawHttp client = RawHttp.connect(server.port(), Duration.ofMinutes(2))) {
                    String reply = client.send(request).reply();
                    report.tried(group, reply, reply.matches("(?s)HTTP/1.1 (200|503).*"));
                } catch (IOException failure) {
                    report.tried(group, failure.toString(), false);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void badInputs(ServerProcess server, String group) throws Exception {
        String receipt = JSON.readTree(exported(server))
                .path("assessments")
                .path(0)
                .path("receipts")
                .path(0)
                .toString();
        List<byte[]> corpus = List.of(
                        post(
                                "/api/v1/advice",
                                "{\"company\": \"A\", \"asOf\": \"2025-12-01\", \"answers\": "
                                        + "{\"power.contract\": \"FIXED\", \"regulation.jurisdictions\": {\"US-TX\": 100}}}"),
                        post(
                                "/api/v1/interview",
                                "{\"samples\": 50, \"seed\": 7, \"answers\": {\"mining.hashrateEh\": 12.5}}"),
                        post("/api/v1/advice/why-not", "{\"strategy\": \"HOLD\"}"),
                        post("/api/v1/advice/map", mapOf(5, 5)),
                        post("/api/v1/assessments/import", "{\"format\": 1, \"assessments\": []}"),
                        post("/api/v1/receipts/verify", receipt),
                        RawHttp.request("GET /api/v1/assessments?limit=5&cursor=abc", "", HOST, CLOSE),
                        RawHttp.request("GET /questions/power?lang=fr", "", HOST, CLOSE, "Accept: text/html"),
                        RawHttp.request("GET /api/v1/assessments/0123/receipts/1", "", HOST, CLOSE))
                .stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        List<byte[]> inputs = SpoiledInputs.of(corpus, 1_500).toList();
        for (byte[] input : inputs) {
            try (RawHttp client = RawHttp.connect(server.port(), Duration.ofMillis(400))) {
                String reply = client.send(input).reply();
                boolean held = !reply.startsWith("HTTP/1.1 500") && !reply.contains("Exception");
                report.tried(group, new String(input, StandardCharsets.UTF_8) + "\n→ " + reply, held);
            } catch (IOException refused) {
                report.tried(group, refused.toString(), server.isRunning());
            }
        }
    }

    private static String post(String path, String body) {
        return RawHttp.request("POST " + path, body, HOST, JSON_TYPE, CLOSE);
    }

    private void headerTricks(ServerProcess server, String group) throws Exception {
        List<String> tricks = List.of(
                "Accept: */*",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-For: 127.0.0.1, 192.168.1.5",
                "X-Forwarded-For: 192.168.1.5, 127.0.0.1",
                "X-Forwarded-For: ::1",
                "X-Forwarded-For: localhost",
                "X-Forwarded-For:",
                "X-Forwarded-Host: localhost",
                "X-Forwarded-Host: 127.0.0.1",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 8080",
                "X-Forwarded-Prefix: /api",
                "X-Real-IP: 127.0.0.1",
                "Forwarded: for=127.0.0.1;host=localhost",
                "Via: 1.1 proxy",
                "True-Client-IP: 127.0.0.1",
                "x-forwarded-for:\t127.0.0.1",
                "X-Original-URL: /login",
                "X-HTTP-Method-Override: GET",
                "Authorization: Bearer ",
                "Authorization: Basic YW5uYTphbm5h",
                "Cookie: JSESSIONID=0");
        for (String host :
                List.of("Host: localhost", "Host: 127.0.0.1", "Host: advice.example", "Host: rebound.example")) {
            for (String trick : tricks) {
                for (String path : List.of("/api/v1/rulebook", "/api/v1/questions", "/questions/power", "/interview")) {
                    String reply =
                            reply(server, RawHttp.request("GET " + path, "", host, trick, CLOSE, "Accept: text/html"));
                    report.tried(
                            group,
                            host + ", " + trick + ", " + path + ": " + reply,
                            reply.matches("(?s)HTTP/1.1 (302|400|401|403) .*") && !reply.contains("Exception"));
                }
            }
        }
    }

    private void guesses(ServerProcess server, String group) throws Exception {
        String page = reply(server, RawHttp.request("GET /login", "", "Host: advice.example", CLOSE));
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        Matcher cookie = Pattern.compile("(?i)set-cookie: (form=[^;]+)").matcher(page);
        assertThat(cookie.find()).isTrue();
        int locked = 0;
        for (int i = 0; i < 60; i++) {
            String body = "name=anna&password=wrong" + i + "&_csrf="
                    + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
            String reply = reply(
                    server,
                    RawHttp.request(
                            "POST /login",
                            body,
                            "Host: advice.example",
                            "Cookie: " + cookie.group(1),
                            // The client can write what it likes before the address that the proxy appends.
                            "X-Forwarded-For: 10.1.1." + i + ", 203.0.113.9",
                            FORM_TYPE,
                            CLOSE));
            locked += reply.startsWith("HTTP/1.1 429") ? 1 : 0;
            report.tried(group, reply, reply.matches("(?s)HTTP/1.1 (303|429) .*"));
        }
        assertThat(locked).as("guesses that were not looked at").isGreaterThan(40);
    }
}
