package org.hashwise.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hashwise.Hashwise;
import org.hashwise.assessment.AnswersJson;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.model.CaseStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of companies on the command line. */
class ScreenCommandTests {

    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

    @Test
    void theCasebookComesOutAsItsCompaniesOneByOne() throws IOException {
        List<CaseStudy> cases = ShippedRules.rulebook().cases();
        Path file = write(
                "cases.ndjson",
                cases.stream()
                        .map(study -> "{\"id\":\"" + study.id() + "\",\"asOf\":\"" + study.asOf() + "\",\"answers\":"
                                + AnswersJson.write(study.answers()) + "}")
                        .collect(Collectors.joining("\n")));

        assertThat(screen(false, file.toString(), "--no-flips")).isZero();

        List<JsonNode> lines = said(out).lines().map(JSON::readTree).toList();
        assertThat(lines.subList(0, cases.size()).stream()
                        .map(line -> line.path("id").asString() + " "
                                + line.at("/recommendation/strategy").asString()))
                .containsExactlyElementsOf(cases.stream()
                        .map(study -> study.id() + " "
                                + ShippedRules.advice(study).recommendation().strategy())
                        .toList());
        assertThat(said(notes)).contains("Rows: " + cases.size()).doesNotContain("\r");
    }

    @Test
    void resultAndRefusedRowsGoToFilesOfTheirFormats() throws IOException {
        Path file = write("companies.csv", "company;power.energizedMw\nA;40\nB;much\n");
        Path result = folder.resolve("result.xlsx");
        Path refused = folder.resolve("refused.csv");

        assertThat(screen(
                        true,
                        file.toString(),
                        "--out",
                        result.toString(),
                        "--refused",
                        refused.toString(),
                        "--no-flips"))
                .isEqualTo(1);

        assertThat(said(out)).isEmpty();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(result))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(2);
        }
        assertThat(Files.readString(refused))
                .contains("hashwise.problem", ";B;much")
                .doesNotContain(";A;40");
        assertThat(said(notes)).contains("advised: 1; refused: 1");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void redirectedNotesShowNoProgressBar() throws Exception {
        Path file = write("companies.csv", "company;power.energizedMw\nA;40\n");
        Path redirected = folder.resolve("notes.txt");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Hashwise.class.getName(),
                        "screen",
                        file.toString(),
                        "--out",
                        folder.resolve("result.csv").toString())
                .redirectErrorStream(true)
                .redirectOutput(redirected.toFile())
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(redirected)).contains("advised: 1").doesNotContain("\r");
    }

    @Test
    void aCheckNamesColumnsAndProblemsByRowAndColumn() throws IOException {
        Path file = write("companies.csv", "Cash (USD m),Energised power,Zodiac\n1,much,x\n");

        assertThat(screen(false, file.toString(), "--check")).isEqualTo(1);
        assertThat(said(out))
                .contains("Column 1, Cash (USD m): treasury.cashUsd USD m", "Column 3, Zodiac: The header");
        out.reset();
        assertThat(screen(false, file.toString(), "--check", "--ignore-unknown"))
                .isEqualTo(1);
        assertThat(said(out))
                .contains(
                        "Row 2, column 2, power.energizedMw: Enter a number",
                        "Read as columns separated by commas, UTF-8; headers in line 1; decimals behind a point.");
    }

    @Test
    void aFileThatCannotBeScreenedLeavesNothingBehind() throws IOException {
        Path file = write("companies.csv", "Energised pwer\n1\n");

        assertThat(screen(
                        false,
                        file.toString(),
                        "--out",
                        folder.resolve("result.csv").toString()))
                .isEqualTo(1);
        assertThat(said(notes)).contains("Did you mean power.energizedMw?", "--ignore-unknown");
        assertThat(screen(false, folder.resolve("missing.csv").toString())).isEqualTo(1);
        assertThat(screen(false, write("broken.xlsx", "no workbook").toString()))
                .isEqualTo(1);
        assertThat(said(notes)).contains("There is no file", "not a workbook");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void commonAnswersCountForEachCompany() throws IOException {
        Path file = write("companies.jsonl", "{}\n");
        Path common = write("common.json", "{\"asOf\":\"2025-06\",\"answers\":{\"treasury.cashUsd\":1000000}}");

        assertThat(screen(false, file.toString(), "--common", common.toString(), "--detail", "full", "--no-flips"))
                .isZero();

        JsonNode advice =
                JSON.readTree(said(out).lines().findFirst().orElseThrow()).path("advice");
        assertThat(advice.at("/market/asOf").asString()).isEqualTo("2025-06-30");
    }

    @Test
    void anOverlayAndHouseViewsAreAskedAboutEachCompany() throws IOException {
        Path file = write("companies.jsonl", "{}\n");
        Path overlay = write("overlay.json", "{\"answers\":{\"treasury.cashUsd\":1000000}}");

        assertThat(screen(
                        false,
                        file.toString(),
                        "--overlay",
                        overlay.toString(),
                        "--views",
                        "lender,growth-investor",
                        "--no-flips"))
                .isZero();

        JsonNode line = JSON.readTree(said(out).lines().findFirst().orElseThrow());
        assertThat(line.at("/overlay/recommendation/strategy").asString()).isNotEmpty();
        assertThat(line.at("/views/of").asInt()).isEqualTo(2);
        assertThat(said(notes)).contains("With the overlay, ", "+overlay:sha256:", "House view growth-investor");
    }

    @Test
    void anOverlayThatIsNotValidIsToldBeforeAnythingIsEvaluated() throws IOException {
        Path file = write("companies.jsonl", "{}\n");
        Path overlay = write("overlay.json", "{\"parameters\":{\"largeSiteMw\":0}}");

        assertThat(screen(false, file.toString(), "--overlay", overlay.toString()))
                .isEqualTo(1);

        assertThat(said(out)).isEmpty();
        assertThat(said(notes))
                .contains(
                        "overlay.parameters.largeSiteMw: The threshold largeSiteMw takes a value from 1 to 2,000 MW.");
    }

    @Test
    void anEndingThatIsNotKnownMakesNoSense() {
        assertThat(screen(false, "companies.pdf")).isEqualTo(2);
        assertThat(screen(false)).isEqualTo(2);
        assertThat(screen(false, "companies.csv", "--no-such-option=7")).isEqualTo(2);
        assertThat(said(out)).isEmpty();
        assertThat(said(notes)).contains("Usage: screen", "--no-such-option=7");
        assertThat(screen(false, "--help")).isZero();
        assertThat(said(out)).contains("Usage: screen");
    }

    @Test
    void wholeAdvicesGoToLinesAlone() throws IOException {
        Path file = write("companies.csv", "power.energizedMw\n100\n");
        String result = folder.resolve("result.csv").toString();

        assertThat(screen(false, file.toString(), "--detail", "full", "--out", result))
                .isEqualTo(2);
        assertThat(said(notes)).contains("lines of JSON");
        assertThat(Path.of(result)).doesNotExist();
    }

    @Test
    void aCheckGivesNoWholeAdvices() throws IOException {
        Path file = write("companies.csv", "power.energizedMw\n100\n");

        assertThat(screen(false, file.toString(), "--detail", "full", "--check"))
                .isEqualTo(2);
        assertThat(said(out)).isEmpty();
        assertThat(said(notes)).contains("--detail full", "--check");
    }

    @Test
    void noFileIsReadAndWrittenAtOnceAndFoldersHaveToExist() throws IOException {
        Path file = write("companies.csv", "power.energizedMw\n100\n");
        String result = folder.resolve("result.csv").toString();

        assertThat(screen(false, file.toString(), "--out", file.toString())).isEqualTo(2);
        assertThat(screen(
                        false,
                        file.toString(),
                        "--refused",
                        folder.resolve("x/../companies.csv").toString()))
                .isEqualTo(2);
        assertThat(screen(false, file.toString(), "--out", result, "--refused", result))
                .isEqualTo(2);
        assertThat(said(notes)).contains("companies.csv is named twice", "result.csv is named twice");
        assertThat(screen(
                        false,
                        file.toString(),
                        "--out",
                        folder.resolve("none/result.csv").toString()))
                .isEqualTo(2);
        assertThat(said(notes)).contains("There is no folder " + folder.resolve("none"));
        assertThat(file).hasContent("power.energizedMw\n100\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int screen(boolean onTerminal, String... arguments) {
        ScreenCommand command =
                new ScreenCommand(DAY, new PrintStream(notes, true, StandardCharsets.UTF_8), onTerminal);
        return command.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
