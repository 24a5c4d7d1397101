package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hashwise.Hashwise;
import org.hashwise.api.ApiContract;
import org.hashwise.api.ApiContract.Message;
import org.hashwise.screening.Screenings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Screenings by the API, over connections that are slow, broken off, or read only when everything is sent. */
@SpringBootTest(classes = Hashwise.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestAccounts.Open.class)
class ScreeningOverHttpTests {

    private static final String NDJSON = "application/x-ndjson";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Value("${hashwise.data}")
    private Path data;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void theFirstOutcomeArrivesBeforeTheLastCompanyIsSent() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(head("/api/v1/screenings?flips=false"));
            chunk(out, "{\"id\":\"first\"}\n");
            BufferedReader reply =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(lineWith(reply, "\"line\":1,")).contains("\"id\":\"first\"", "\"status\":200");
            chunk(out, "{\"id\":\"second\"}\n");
            assertThat(lineWith(reply, "\"line\":2,")).contains("\"id\":\"second\"");
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(lineWith(reply, "\"summary\"")).contains("\"rows\":2");
        }
    }

    /** Two columns, numbers that can mean two things, accents at the end of a row, headers of which few are known. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "id;treasury.cashUsd\n|a;1\n|b;2\n",
                "id;Cash (USD m);Energised power\n|a;1,234;5\n|b;2,345;6\n",
                "id;Société\n|1;Café\n|2;Créé\n",
                "id;Zodiac;Moon\n|a;1;2\n|b;2;3\n",
                "treasury.cashUsd\n|1\n|2\n"
            })
    void aClientThatSendsARowOfATableWhenTheOneBeforeIsAnsweredIsServed(String table) throws Exception {
        String[] parts = table.split("[|]", -1);
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
                OutputStream out = socket.getOutputStream();
                out.write(
                        new String(head("/api/v1/screenings?flips=false&ignoreUnknown=true"), StandardCharsets.US_ASCII)
                                .replace(NDJSON, "text/csv")
                                .getBytes(StandardCharsets.US_ASCII));
                BufferedReader reply =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                chunkInParts(out, (parts[0] + parts[1]).getBytes(charset));
                lineWith(reply, "\"line\":2,");
                chunkInParts(out, parts[2].getBytes(charset));
                lineWith(reply, "\"line\":3,");
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(lineWith(reply, "\"summary\"")).contains("\"rows\":2");
            }
        }
    }

    @Test
    @Tag("long")
    void theFirstOutcomeFollowsTheFirstCompanyWithinAFifthOfASecond() throws Exception {
        List<Duration> waits = new ArrayList<>();
        for (int attempt = 0; attempt < 6; attempt++) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                OutputStream out = socket.getOutputStream();
                out.write(head("/api/v1/screenings?flips=false"));
                BufferedReader reply =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                long sent = System.nanoTime();
                chunk(out, "{\"id\":\"first\"}\n");
                lineWith(reply, "\"line\":1,");
                waits.add(Duration.ofNanos(System.nanoTime() - sent));
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertThat(waits.stream().sorted().limit(3)).allMatch(wait -> wait.toMillis() <= 200, "within 200 ms");
    }

    @Test
    void theReplyToAFileThatIsNotReadToItsEndIsWhole() throws Exception {
        String sent = "company,power.energizedMw\nA,1\nB," + "9".repeat(2 << 20) + "\n" + "C,2\n".repeat(1_000);

        HttpResponse<String> reply = post("?flips=false", "text/csv", sent.getBytes(StandardCharsets.UTF_8));

        List<String> lines = reply.body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("\"line\":3,", "1,048,576");
        assertThat(lines.get(2)).startsWith("{\"summary\":{\"rows\":2,");
        assertThat(reply.body()).endsWith("}\n");
    }

    @Test
    void aWorkbookThatIsCutOffDuringTheUploadLeavesNothing() throws Exception {
        byte[] workbook = workbook();
        awaitFiles(0); // that of another request may be about to be deleted
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/screenings HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + XLSX
                            + "\r\nContent-Length: " + workbook.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(workbook, 0, workbook.length / 2);
            out.flush();
            awaitFiles(1);
        }
        awaitFiles(0);
    }

    /** A request whose body ends before it should, of which the sender still reads. */
    private String cutOff(String path, String headers, byte[]... parts) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(utf8("POST /api/v1/screenings" + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n"));
            for (byte[] part : parts) {
                out.write(part);
                out.flush();
            }
            socket.shutdownOutput();
            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            await(0);
            return reply;
        }
    }

    /** The lines of a body in chunks. */
    private static List<String> linesOf(String reply) {
        return reply.substring(reply.indexOf("\r\n\r\n") + 2)
                .replaceAll("\r\n[0-9a-f]+\r\n", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Test
    void anUploadThatBreaksOffIsToldInALastLineAndHasNoSummary() throws Exception {
        String row = "{\"id\":\"a\"}\n";
        String short100 = "Content-Length: 100\r\n";
        String chunked = "Transfer-Encoding: chunked\r\n";
        String ndjson = "Content-Type: " + NDJSON + "\r\n";
        for (String reply : List.of(
                cutOff("?flips=false", ndjson + short100, utf8(row + "{\"id\":")),
                cutOff("?flips=false", ndjson + short100, utf8(row)),
                cutOff("?flips=false", ndjson + chunked, utf8("b\r\n" + row + "\r\n")),
                cutOff("?flips=false", ndjson + chunked, utf8("b\r\n" + row + "\r\nff\r\n{\"id\"")))) {
            assertThat(reply).startsWith("HTTP/1.1 200");
            List<String> lines = linesOf(reply);
            assertThat(lines).hasSize(2).allMatch(line -> JSON.readTree(line).isObject());
            assertThat(lines.get(0)).contains("\"line\":1,", "\"status\":200");
            assertThat(lines.get(1)).contains("\"line\":2,", "\"status\":400", "broke off after line 1");
        }
        String rows = "id;treasury.cashUsd\n" + "a;1\n".repeat(20);
        List<String> csv = linesOf(cutOff(
                "?flips=false",
                "Content-Type: text/csv\r\nAccept: text/csv\r\nContent-Length: 200\r\n",
                utf8(rows + "b;2")));
        assertThat(csv).hasSize(22).last().asString().startsWith("22;;;400;").contains("broke off after line 21");
    }

    @Test
    void anUploadThatBreaksOffBeforeItsFirstRowIsRefused() throws Exception {
        for (String type : List.of(NDJSON, "text/csv", XLSX)) {
            String reply = cutOff("", "Content-Type: " + type + "\r\nContent-Length: 100\r\n", utf8("id"));

            assertThat(reply).startsWith("HTTP/1.1 400").contains("application/problem+json", "broke off");
        }
    }

    @Test
    void aClientThatClosesItsOwnSideAfterAllRowsIsServed() throws Exception {
        String rows = "{}\n".repeat(300);
        String headers = "Content-Type: " + NDJSON + "\r\nContent-Length: " + rows.length() + "\r\n";

        List<String> lines = linesOf(cutOff("?flips=false", headers, utf8(rows)));

        assertThat(lines).hasSize(301).last().asString().startsWith("{\"summary\":{\"rows\":300,\"advised\":300,");
    }

    @Test
    void aZippedBodyThatIsDamagedOrCutIsRefusedOrToldInALastLine() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            for (int row = 0; row < 3_000; row++) {
                gzip.write(utf8("{\"id\":" + row + "}\n"));
            }
        }
        byte[] whole = zipped.toByteArray();
        byte[] damaged = whole.clone();
        damaged[damaged.length - 6] ^= 1; // the checksum

        for (int length : new int[] {3, 15}) {
            HttpResponse<String> begun =
                    post("?flips=false", NDJSON, Arrays.copyOf(whole, length), "Content-Encoding", "gzip");
            assertThat(begun.statusCode()).isEqualTo(400);
            assertThat(begun.body()).contains("gzip");
            assertThat(violations(begun, NDJSON)).isEmpty();
        }
        for (byte[] body : List.of(Arrays.copyOf(whole, whole.length - 4), damaged)) {
            HttpResponse<String> reply = post("?flips=false", NDJSON, body, "Content-Encoding", "gzip");
            List<String> lines = reply.body().lines().toList();
            assertThat(lines).hasSize(3_001).last().asString().contains("\"line\":3001,", "\"status\":400", "gzip");
            assertThat(violations(reply, NDJSON)).isEmpty();
        }
    }

    @Test
    void nothingIsLeftOfAScreeningWhoseClientIsGone() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head("/api/v1/screenings"));
            chunk(out, "{}\n".repeat(2_000));
            await(1);
        }
        await(0);
    }

    @Test
    void aClientThatReadsOnlyWhenItHasSentAllIsServed() throws Exception {
        int rows = 6_000;
        StringBuilder sent = new StringBuilder();
        IntStream.range(0, rows)
                .forEach(row -> sent.append("{\"id\":").append(row).append("}\n"));

        HttpResponse<String> reply =
                post("?flips=false", NDJSON, sent.toString().getBytes(StandardCharsets.UTF_8));

        List<String> lines = reply.body().lines().toList();
        assertThat(lines).hasSize(rows + 1);
        assertThat(lines.get(rows - 1)).startsWith("{\"line\":" + rows + ",\"id\":" + (rows - 1) + ",");
        assertThat(lines.get(rows)).startsWith("{\"summary\":{\"rows\":" + rows + ",\"advised\":" + rows);
    }

    @Test
    void aZippedBodyIsUnpackedAndEveryLineIsAsDescribed() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("{\"id\":\"a\"}\nbroken\n".getBytes(StandardCharsets.UTF_8));
        }

        HttpResponse<String> reply = post("?detail=full", NDJSON, zipped.toByteArray(), "Content-Encoding", "gzip");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue(NDJSON);
        assertThat(reply.body().lines()).hasSize(3);
        assertThat(violations(reply, NDJSON)).isEmpty();
    }

    @Test
    void aWorkbookComesBackAsAWorkbookAndAsCsv() throws Exception {
        byte[] workbook = workbook();

        HttpResponse<byte[]> xlsx = client.send(
                request("?flips=false", XLSX, workbook, "Accept", XLSX).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        HttpResponse<String> csv = post("?flips=false", XLSX, workbook, "Accept", "text/csv");

        assertThat(xlsx.headers().firstValue("Content-Type")).hasValue(XLSX);
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(xlsx.body()))) {
            assertThat(read.getSheetAt(0).getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo("Example");
            assertThat(read.getSheetAt(0).getRow(1).getCell(3).getNumericCellValue())
                    .isEqualTo(200);
        }
        assertThat(csv.body().lines().toList().get(1)).startsWith("2,,Example,200,");
    }

    @Test
    void aCheckEvaluatesNothingAndNamesTheColumns() throws Exception {
        HttpResponse<String> reply = post(
                "?check=true",
                "text/csv",
                "Cash (USD m),Energized MW,Ticker,treasury.cashUsd\n1,2,3,4\n".getBytes(StandardCharsets.UTF_8));

        JsonNode check = JSON.readTree(reply.body());
        assertThat(violations(reply, "text/csv")).isEmpty();
        assertThat(check.at("/columns/0/id").asString()).isEqualTo("treasury.cashUsd");
        assertThat(check.at("/columns/0/unit").asString()).isEqualTo("USD m");
        assertThat(check.at("/columns/1/id").asString()).isEqualTo("power.energizedMw");
        assertThat(check.at("/columns/3/problem").asString()).contains("column before it");
        assertThat(check.path("rows").asInt()).isEqualTo(1);
    }

    @Test
    void aCheckIsJsonForWhoAcceptsJsonAlone() throws Exception {
        HttpResponse<String> reply = post("?check=true", NDJSON, utf8("{}"), "Accept", "application/json");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(violations(reply, NDJSON)).isEmpty();
        assertThat(post("", NDJSON, utf8("{}"), "Accept", "application/json").statusCode())
                .isEqualTo(406);
    }

    @Test
    void aCheckReadsTheCellsOfTheColumnsThatItUnderstands() throws Exception {
        HttpResponse<String> reply =
                post("?check=true", "text/csv", utf8("company,treasury.cashUsd,Zodiac\nA,much,Leo\nB,5,Leo\n"));

        JsonNode check = JSON.readTree(reply.body());
        assertThat(violations(reply, "text/csv")).isEmpty();
        assertThat(check.at("/columns/2/problem").asString()).contains("Zodiac");
        assertThat(check.path("refused").asInt()).isEqualTo(1);
        assertThat(check.at("/problems/0/errors/0/id").asString()).isEqualTo("treasury.cashUsd");
    }

    @Test
    void everyKindOfLineIsAsDescribedInBothTypesOfLines() throws Exception {
        byte[] sent = utf8("{\"id\":\"a\"}\n{\"answers\":{\"treasury.cashUsd\":\"x\"}}\nbroken\n");
        for (String type : List.of(NDJSON, "application/jsonl")) {
            HttpResponse<String> outcomes = post("?flips=false", NDJSON, sent, "Accept", type);
            HttpResponse<String> refused = post("?rows=refused", NDJSON, sent, "Accept", type);

            assertThat(outcomes.body().lines()).hasSize(4);
            assertThat(violations(outcomes, NDJSON)).isEmpty();
            assertThat(refused.body().lines()).hasSize(2).first().asString().contains("\"treasury.cashUsd\":\"x\"");
            assertThat(violations(refused, NDJSON)).isEmpty();
            assertThat(refused.headers().firstValue("Content-Type")).hasValue(type);
        }
    }

    @Test
    void refusedRowsComeBackInTheFormatOfTheCallerUnlessAnotherIsAskedFor() throws Exception {
        byte[] table = utf8("id;treasury.cashUsd\na;5\nb;much\n");

        for (String[] accept : new String[][] {{}, {"Accept", "*/*"}}) {
            HttpResponse<String> csv = post("?rows=refused", "text/csv", table, accept);
            assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
            assertThat(csv.body().lines().toList().get(1)).startsWith("3;").endsWith(";b;much");
            assertThat(post("?rows=refused", NDJSON, utf8("{\"id\":[]}"), accept)
                            .headers()
                            .firstValue("Content-Type"))
                    .hasValue(NDJSON);
        }
        HttpResponse<String> lines = post("?rows=refused", "text/csv", table, "Accept", NDJSON);
        assertThat(lines.body()).endsWith("\"cells\":{\"id\":\"b\",\"treasury.cashUsd\":\"much\"}}\n");
        assertThat(violations(lines, "text/csv")).isEmpty();
        assertThat(post("?flips=false", "text/csv", table, "Accept", "*/*")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue(NDJSON);
    }

    @Test
    void aRefusedFormulaComesBackAsText() throws Exception {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("power.energizedMw");
            sheet.createRow(1).createCell(0).setCellFormula("20+A4");
            workbook.write(sent);
        }

        HttpResponse<byte[]> refused = client.send(
                request("?rows=refused", XLSX, sent.toByteArray()).build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(refused.headers().firstValue("Content-Type")).hasValue(XLSX);
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(refused.body()))) {
            var cell = read.getSheetAt(0).getRow(1).getCell(3);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=20+A4");
        }
    }

    @Test
    void whatAQueryParameterDoesNotTakeIsRefusedWithWhatItTakes() throws Exception {
        HttpResponse<String> reply =
                post("?detail=bogus&rows=bogus&flips=maybe&check=1&ignoreUnknown=yes&vews=lender", NDJSON, utf8("{}"));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(violations(reply, NDJSON)).isEmpty();
        JsonNode errors = JSON.readTree(reply.body()).path("errors");
        assertThat(errors.valueStream()
                        .map(error -> error.path("id").asString() + "="
                                + error.path("value").asString()))
                .containsExactly(
                        "check=1", "detail=bogus", "flips=maybe", "ignoreUnknown=yes", "rows=bogus", "vews=lender");
        assertThat(errors.at("/0/problem").asString()).contains("true, false");
        assertThat(errors.at("/1/problem").asString()).contains("full");
        assertThat(errors.at("/5/suggestion").asString()).isEqualTo("views");
    }

    @ParameterizedTest
    @CsvSource({
        "detail=full, rows=refused",
        "detail=full, check=true",
        "rows=refused, check=true",
    })
    void twoParametersThatAskForDifferentRepliesAreRefusedByTheirNames(String one, String other) throws Exception {
        HttpResponse<String> reply = post("?" + one + "&" + other, NDJSON, utf8("{}"));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(violations(reply, NDJSON)).isEmpty();
        JsonNode error = JSON.readTree(reply.body()).at("/errors/0");
        assertThat(error.path("id").asString()).isEqualTo(one.substring(0, one.indexOf('=')));
        assertThat(error.path("problem").asString()).contains(one, other);
    }

    @Test
    void parametersThatARouteDoesNotHaveAreRefused() throws Exception {
        for (String route : List.of("/api/v1/questions?lang=fr", "/api/v1/assessments?limt=2", "/api/v1/views?foo")) {
            HttpResponse<String> reply = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + route))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(route).isEqualTo(400);
            assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(client.send(
                                HttpRequest.newBuilder(
                                                URI.create("http://127.0.0.1:" + port + "/api/v1/assessments?limit=2"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void columnsThatAreNotUnderstoodAreRefusedBeforeAnythingIsEvaluated() throws Exception {
        HttpResponse<String> reply = post(
                "",
                "text/csv",
                "company,Energised pwer,Zodiac sign\nA,2,3\n".getBytes(StandardCharsets.UTF_8),
                "Accept-Language",
                "fr");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(violations(reply, "text/csv")).isEmpty();
        JsonNode errors = JSON.readTree(reply.body()).path("errors");
        assertThat(errors.at("/0/suggestion").asString()).isEqualTo("power.energizedMw");
        assertThat(errors.at("/0/column").asInt()).isEqualTo(2);
        assertThat(errors.at("/1/problem").asString()).contains("Zodiac sign").contains("libellé");
        assertThat(post("?ignoreUnknown=true", "text/csv", "company,Zodiac\nA,3\n".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void wholeAdvicesAreRefusedInFormatsThatCannotHoldThem() throws Exception {
        for (String type : List.of("text/csv", XLSX)) {
            HttpResponse<String> reply = post("?detail=full&flips=false", NDJSON, utf8("{}"), "Accept", type);

            assertThat(reply.statusCode()).isEqualTo(406);
            assertThat(violations(reply, NDJSON)).isEmpty();
            assertThat(reply.body()).contains("detail=full", "application/x-ndjson");
        }
    }

    @Test
    void otherTypesAreRefusedWithThoseThatAreRead() throws Exception {
        assertThat(post("", "application/json", new byte[] {'{', '}'}).body())
                .contains("\"status\":415", "application/x-ndjson");
        assertThat(post("", NDJSON, new byte[] {'{', '}'}, "Accept", "image/png")
                        .body())
                .contains("\"status\":406", "text/csv");
        assertThat(post("", NDJSON, new byte[0]).body()).contains("\"status\":400", "one company on each line");
        assertThat(post("", XLSX, "no workbook".getBytes(StandardCharsets.US_ASCII))
                        .body())
                .contains("\"status\":400", "not a workbook");
    }

    private List<String> violations(HttpResponse<String> reply, String sent) throws Exception {
        ApiContract contract = new ApiContract(client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/openapi"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        String type = reply.headers().firstValue("Content-Type").orElse("");
        return contract.violations(
                "POST",
                "/api/v1/screenings",
                Message.of(sent, "-"),
                reply.statusCode(),
                Message.of(type, reply.body()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("Company");
            sheet.getRow(0).createCell(1).setCellValue("Puissance sous tension");
            sheet.createRow(1).createCell(0).setCellValue("Example");
            sheet.getRow(1).createCell(1).setCellValue(245);
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private HttpResponse<String> post(String query, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(query, type, body, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String query, String type, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/screenings" + query))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static byte[] head(String path) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + NDJSON
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        chunk(out, utf8(text));
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write(utf8(Integer.toHexString(bytes.length).toUpperCase(Locale.ROOT) + "\r\n"));
        out.write(bytes);
        out.write(utf8("\r\n"));
        out.flush();
    }

    /** A chunk whose end comes when the program has read the rest of it already. */
    private static void chunkInParts(OutputStream out, byte[] bytes) throws IOException, InterruptedException {
        out.write(utf8(Integer.toHexString(bytes.length) + "\r\n"));
        out.write(bytes);
        Thread.sleep(20);
        out.write(utf8("\r\n"));
    }

    private static String lineWith(BufferedReader reply, String text) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = reply.readLine(); line != null; line = reply.readLine()) {
            if (line.contains(text)) {
                return line;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("no line with " + text + " in " + said);
    }

    private void awaitFiles(int number) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (files() != number && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(files()).isEqualTo(number);
    }

    private long files() throws IOException {
        Path folder = data.resolve("screenings");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static void await(int inProgress) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (Screenings.inProgress() != inProgress && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(Screenings.inProgress()).isEqualTo(inProgress);
    }
}
