package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hashwise.GoldenReceipts.GoldenReceipt;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Warning;
import org.hashwise.assessment.Editions;
import org.hashwise.assessment.Receipt;
import org.hashwise.command.Commands;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.PackedFiles;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receipts of earlier releases, which every later one has to reproduce to the last byte. The server has other rules in force
 * and goes on with the store of an earlier release.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class GoldenReceiptTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path DATA = SmallRules.folder();

    @Autowired
    private Editions archive;

    @LocalServerPort
    private int port;

    @TempDir
    private Path elsewhere;

    @DynamicPropertySource
    static void theStoreOfAnEarlierReleaseAndOtherRules(DynamicPropertyRegistry registry) {
        GoldenReceipts.restore(DATA);
        SmallRules.register(registry, SmallRules.edition(100), DATA);
    }

    static List<GoldenReceipt> receipts() {
        return GoldenReceipts.all();
    }

    static List<GoldenReceipt> onePerEdition() {
        return List.copyOf(receipts().stream()
                .collect(Collectors.toMap(receipt -> receipt.field("rulebook"), receipt -> receipt, (one, next) -> one))
                .values());
    }

    static List<Path> editions() {
        return GoldenReceipts.editions();
    }

    @BeforeEach
    void archiveTheEditions() throws IOException {
        for (Path edition : editions()) {
            archive.keep(GoldenReceipts.fingerprint(edition), Files.readAllBytes(edition));
        }
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void theServerReproducesEveryReceipt(GoldenReceipt receipt) throws Exception {
        JsonNode verified = ask("POST", "/receipts/verify", receipt.body());

        assertThat(verified.path("difference").toString()).isEqualTo("null");
        assertThat(verified.path("hash").asString()).isEqualTo("matches");
        assertThat(verified.path("reproduced").asBoolean()).isTrue();
        assertThat(verified.path("rulebook").asString()).isIn("archived", "at hand");
        assertThat(verified.path("edition").asString()).isEqualTo(receipt.field("rulebook"));
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void whatIsReadIsWrittenAgainToTheByte(GoldenReceipt golden) throws Exception {
        Receipt receipt = Receipt.parse(JSON.readTree(golden.body()).toPrettyString());

        assertThat(receipt.body()).isEqualTo(golden.body());
        assertThat(receipt.isIntact()).isTrue();
        assertThat(receipt.hash()).isEqualTo(golden.field("hash")).isEqualTo(hash(golden));
    }

    /** Canonical JSON without the hash, hashed by the JDK alone. */
    private static String hash(GoldenReceipt receipt) throws Exception {
        String others = receipt.body().replace("\"hash\":\"" + receipt.field("hash") + "\",", "");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(others.getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(digest);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void archivedEditionsAreWhatTheirFingerprintSays(Path edition) throws IOException {
        String fingerprint = GoldenReceipts.fingerprint(edition);

        assertThat(PackedFiles.unpack(Files.readAllBytes(edition), fingerprint)).isPresent();
        assertThat(receipts()).extracting(receipt -> receipt.field("rulebook")).contains(fingerprint);
    }

    /** No store is needed: the files of the edition are enough. */
    @ParameterizedTest
    @MethodSource("onePerEdition")
    void theCommandReproducesAReceiptFromTheFilesOfItsEdition(GoldenReceipt receipt) throws IOException {
        Path rules = elsewhere.resolve("rules");
        GoldenReceipts.unpack(receipt.field("rulebook"), rules);

        assertThat(verify(receipt, "--rules", rules.toString())).startsWith("0 reproduced\n");
    }

    /** The backup holds one edition; the other one of its receipts was never in that store. */
    @Test
    void theCommandReadsTheStoreOfAnEarlierRelease() throws IOException {
        Path earlier = Files.createDirectory(elsewhere.resolve("earlier"));
        GoldenReceipts.restore(earlier);

        Set<String> outcomes = new TreeSet<>();
        for (GoldenReceipt receipt : GoldenReceipts.exported()) {
            String outcome = verify(receipt, "--data", earlier.toString());
            outcomes.add(outcome.startsWith("0 reproduced\n") ? "reproduced" : outcome.substring(0, 30));
        }
        assertThat(outcomes).containsExactly("1 The rulebook edition sha256:", "reproduced");
    }

    @Test
    void theCommandRestoresTheBackupOfAnEarlierRelease() throws Exception {
        Path earlier = Files.createDirectory(elsewhere.resolve("earlier"));
        GoldenReceipts.restore(earlier);
        String data = "--hashwise.data=" + elsewhere.resolve("now");

        assertThat(run("restore", earlier.resolve("hashwise.db").toString(), data))
                .startsWith("0 ")
                .contains("5 links", "3 receipts");
    }

    /**
     * The export is of the same store at a later time: one assessment is the same, one has a version more, one is new.
     * Everything can be read, and is exported, as it was.
     */
    @Test
    void anExportOfAnEarlierReleaseIsTakenIntoItsStore() throws Exception {
        assertThat(ask("GET", "/receipts/chain", "").path("sound").asBoolean()).isTrue();

        String export = GoldenReceipts.export();
        assertThat(ask("POST", "/assessments/import", export))
                .isEqualTo(JSON.readTree("{ \"imported\": 1, \"extended\": 1, \"unchanged\": 1 }"));
        String ids = JSON.readTree(export)
                .path("assessments")
                .valueStream()
                .map(each -> "id=" + each.path("id").asString())
                .collect(Collectors.joining("&"));
        assertThat(send("GET", "/assessments/export?" + ids, "")).isEqualTo(export);

        for (GoldenReceipt receipt : GoldenReceipts.exported()) {
            String address = "/assessments/" + receipt.field("assessment") + "/receipts/" + receipt.field("version");
            assertThat(send("GET", address, "")).isEqualTo(receipt.body());
        }
        JsonNode chain = ask("GET", "/receipts/chain", "");
        assertThat(chain.path("sound").asBoolean()).isTrue();
        assertThat(chain.path("links").asInt()).isEqualTo(7);
        assertThat(chain.path("forgotten").asInt()).isEqualTo(1);
    }

    /** Another JDK brings other locale data along; here those of JDK 8, as long as the JDK has them, and a Turkish system. */
    @Test
    void neitherTheLocaleDataNorTheLocaleOfTheSystemMatter() throws Exception {
        Path file = elsewhere.resolve("receipt.json");
        GoldenReceipt french = receipts().stream()
                .filter(receipt -> receipt.toString().equals("odd-figures-fr.json"))
                .findFirst()
                .orElseThrow();
        assertThat(french.body()).contains("\u202f", "30 juin 2027");
        Files.writeString(file, french.body());
        Path rules = elsewhere.resolve("rules");
        GoldenReceipts.unpack(french.field("rulebook"), rules);

        Path log = elsewhere.resolve("log");
        Process process = new ProcessBuilder(ServerProcess.java(List.of(
                        "-Djava.locale.providers=COMPAT",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Hashwise.class.getName(),
                        "verify",
                        file.toString(),
                        "--rules",
                        rules.toString())))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(process.waitFor()).as(() -> GoldenReceipts.text(log)).isZero();
        assertThat(Files.readString(log)).contains("reproduced\n");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfAdviceAndWarningIsAmongThem(Language language) {
        List<JsonNode> receipts = receipts().stream()
                .map(GoldenReceipt::json)
                .filter(receipt -> receipt.path("language").asString().equals(language.code()))
                .toList();
        Set<String> recommended = receipts.stream()
                .map(receipt -> receipt.at("/advice/recommendation"))
                .map(each ->
                        each.path("strategy").asString() + each.path("extent").asString(""))
                .collect(Collectors.toSet());
        Set<String> warnings = receipts.stream()
                .flatMap(receipt -> receipt.at("/advice/warnings").valueStream())
                .map(warning -> warning.path("code").asString())
                .collect(Collectors.toSet());

        for (Strategy strategy : Strategy.values()) {
            if (strategy == Strategy.AI_HOSTING) {
                assertThat(recommended).contains(strategy + "PARTIAL", strategy + "FULL");
            } else {
                assertThat(recommended).contains(strategy.name());
            }
        }
        assertThat(warnings)
                .containsExactlyInAnyOrder(
                        Arrays.stream(Warning.Code.values()).map(Enum::name).toArray(String[]::new));
        assertThat(receipts)
                .anyMatch(receipt -> receipt.path("company").asString().isEmpty())
                .anyMatch(receipt -> receipt.path("company").asString().length() > 1);
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = Commands.in(arguments)
                .orElseThrow()
                .run(
                        List.of(arguments).subList(1, arguments.length),
                        new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return code + " " + bytes.toString(StandardCharsets.UTF_8);
    }

    private String verify(GoldenReceipt receipt, String option, String place) throws IOException {
        Path file = Files.writeString(elsewhere.resolve("receipt.json"), receipt.body());
        return run("verify", file.toString(), option, place);
    }

    private JsonNode ask(String method, String path, String body) throws Exception {
        return JSON.readTree(send(method, path, body));
    }

    private String send(String method, String path, String body) throws Exception {
        HttpResponse<String> reply = new HttpTestClient(port).json(method, "/api/v1" + path, body);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return reply.body();
    }
}
