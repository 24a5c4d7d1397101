package org.hashwise.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTests {

    private static final String RULES = "policy/power-access/power-access.drl";
    private static final String TABLE = "policy/regulation/regulation.csv";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void copyTheShippedRules() throws IOException {
        RulebookFiles.in(Path.of("rules")).contentByPath().forEach((path, content) -> {
            try {
                Path copy = folder.resolve(path);
                Files.createDirectories(copy.getParent());
                Files.write(copy, content);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private void edit(String path, String piece, String replacement) throws IOException {
        String text = Files.readString(folder.resolve(path));
        assertThat(text).contains(piece);
        Files.writeString(folder.resolve(path), text.replace(piece, replacement));
    }

    @Test
    void aNameWithALineBreakOrAnEscapeSequenceIsPrintedOnOneLine() throws IOException {
        Files.writeString(folder.resolve("policy/a\nsound: no problems\u001b[2J\u202e.txt"), "");

        assertThat(check()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("policy/a\\nsound: no problems\\u001b[2J\\u202e.txt: error[unexpected-file]")
                .doesNotContain("\u001b", "\u202e", "\nsound");
    }

    private int check(String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of(options));
        arguments.add(0, folder.toString());
        return run(arguments);
    }

    private int run(List<String> arguments) {
        return new CheckCommand(CLOCK).run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theShippedRulesHaveNothingToObjectTo() {
        assertThat(check()).isZero();
        assertThat(printed()).isEmpty();
    }

    @Test
    void anErrorIsALineOfTextAndTheExitCodeSaysSo() throws IOException {
        edit(RULES, "Power( largestSiteMw >=", "Power( largestSitMw >=");
        assertThat(check()).isEqualTo(1);
        assertThat(printed().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .matches("policy/power-access/power-access\\.drl:\\d+:\\d+: error\\[unknown-field] "
                                + "POWER-\\d\\d: Power has no field largestSitMw \\(did you mean largestSiteMw\\?\\)"));
    }

    @Test
    void aWarningIsPrintedAndForgiven() throws IOException {
        edit("parameters/power-access.yaml", "reviewBy: 2027-06-30", "reviewBy: 2026-06-30");
        assertThat(check()).isZero();
        assertThat(printed()).contains("warning[review-due]");
    }

    @Test
    void correctionsAreShownAsADiffAndWrittenOnceTheyAreConfirmed() throws IOException {
        edit(RULES, "Power( largestSiteMw >=", "Power( largestSitMw >=");
        String mistaken = Files.readString(folder.resolve(RULES));
        assertThat(check("--fix")).isEqualTo(1);
        assertThat(printed())
                .contains("--- " + RULES, "+++ " + RULES, "\n-    Power( largestSitMw", "\n+    Power( largestSiteMw");
        assertThat(Files.readString(folder.resolve(RULES))).isEqualTo(mistaken);

        assertThat(check("--fix", "--yes")).isZero();
        assertThat(Files.readString(folder.resolve(RULES)))
                .isEqualTo(mistaken.replace("largestSitMw", "largestSiteMw"));
        try (var files = Files.list(folder.resolve(RULES).getParent())) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
        out.reset();
        assertThat(check("--fix", "--yes")).isZero();
        assertThat(printed()).isEmpty();
    }

    @Test
    void correctionsAreNeitherMixedWithReportsForProgramsNorConfirmedWithoutBeingAskedFor() {
        assertThat(check("--fix", "--format", "json")).isEqualTo(2);
        assertThat(check("--yes")).isEqualTo(2);
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        edit(TABLE, "\"US-NY\",\"New York\",\"New York\",\"HIGH\"", "\"US-NY\",\"New York\",\"New York\",\"HIHG\"");
        assertThat(check("--format", "json")).isEqualTo(1);
        JsonNode report = new JsonMapper().readTree(printed());
        assertThat(report.get("rulebook").asString()).startsWith("sha256:");
        JsonNode problem = report.get("problems").get(0);
        assertThat(problem.propertyNames())
                .containsExactly("file", "line", "column", "cell", "rule", "severity", "code", "message", "suggestion");
        assertThat(problem.get("file").asString()).isEqualTo(TABLE);
        assertThat(problem.get("line").asInt()).isEqualTo(8);
        assertThat(problem.get("cell").asString()).isEqualTo("E8");
        assertThat(problem.get("rule").asString()).isEqualTo("REG-US-NY");
        assertThat(problem.get("severity").asString()).isEqualTo("error");
        assertThat(problem.get("code").asString()).isEqualTo("unknown-value");
        assertThat(problem.get("suggestion").asString()).isEqualTo("did you mean HIGH?");
    }

    @Test
    void sarifFollowsItsSchema() throws IOException {
        edit(RULES, "Power( largestSiteMw >=", "Power( largestSitMw >=");
        edit(TABLE, "\"US-NY\",\"New York\",\"New York\",\"HIGH\"", "\"US-NY\",\"New York\",\"New York\",\"HIHG\"");
        edit("market/2025-11-30.yaml", "asOf: 2025-11-30", "asOf: soon");
        Files.writeString(folder.resolve("policy/a file.txt"), "x");
        assertThat(check("--format=sarif")).isEqualTo(1);
        assertThat(schemaErrors()).isEmpty();
        JsonNode run = new JsonMapper().readTree(printed()).get("runs").get(0);
        assertThat(run.get("tool").get("driver").get("name").asString()).isEqualTo("Hashwise");
        assertThat(run.get("results").size()).isGreaterThan(3);
        assertThat(run.get("results")
                        .valueStream()
                        .map(result -> result.get("locations")
                                .get(0)
                                .get("physicalLocation")
                                .get("artifactLocation")
                                .get("uri")
                                .asString()))
                .contains(RULES, TABLE, "policy/a%20file.txt");
    }

    @Test
    void sarifNamesFilesAsTheRepositoryDoes() {
        run(List.of("src/test/resources/small-rules", "--format", "sarif"));
        assertThat(printed()).contains("\"src/test/resources/small-rules/parameters/power-access.yaml\"");
    }

    private List<?> schemaErrors() throws IOException {
        try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema)
                    .validate(printed(), InputFormat.JSON);
        }
    }

    @Test
    void anUnknownOptionOrFormatShowsHowToAsk() {
        assertThat(check("--format", "xml")).isEqualTo(2);
        assertThat(check("--format")).isEqualTo(2);
        assertThat(check("--fast")).isEqualTo(2);
        assertThat(check("another")).isEqualTo(2);
        assertThat(printed().lines().filter(line -> line.startsWith("usage: check")))
                .hasSize(4);
        assertThat(printed()).contains("'xml'", "--format", "'--fast'", "another");
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThat(run(List.of(folder.resolve("nowhere").toString()))).isEqualTo(1);
        assertThat(printed()).contains("error[missing-file]");
    }

    @Test
    void onlyTheNameOfACommandStartsOne() {
        assertThat(Commands.in("check", "rules")).isPresent();
        assertThat(Commands.in("--server.port=9000")).isEmpty();
        assertThat(Commands.in()).isEmpty();
    }
}
