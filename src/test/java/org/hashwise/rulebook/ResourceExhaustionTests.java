package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ObjectAssert;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to exhaust memory, stack or patience, or to reach out of their folder, end as problem reports. */
class ResourceExhaustionTests {

    private static final String RULES = "policy/sample/sample.drl";
    private static final String CONDITION = "Extra( secured == false )";
    private static final String WORKBOOK = "policy/sample/more.xlsx";

    private static AbstractListAssert<?, ?, String, ObjectAssert<String>> codesOf(RulebookFiles files) {
        return Assertions.assertThat(SampleRules.check(files)).extracting(RulebookProblem::codeName);
    }

    private static RulebookFiles condition(String condition) {
        return SampleRules.edited(RULES, CONDITION, condition);
    }

    @Test
    void aHundredThousandParenthesesAreTooComplex() {
        codesOf(condition("Extra( " + "(".repeat(100_000) + "waterMw" + ")".repeat(100_000) + " > 1 )"))
                .contains("too-complex");
        codesOf(condition("(".repeat(100_000) + CONDITION + ")".repeat(100_000)))
                .contains("too-complex");
    }

    @Test
    void aHundredThousandNegationsAreTooComplex() {
        codesOf(condition("Extra( " + "!".repeat(100_000) + "secured )")).contains("too-complex");
        codesOf(condition("Extra( waterMw > " + "-".repeat(100_000) + "1 )")).contains("too-complex");
    }

    @Test
    void aHundredThousandAlternativesAreTooComplex() {
        codesOf(condition("Extra( waterMw > 1" + " || waterMw > 1".repeat(60_000) + " )"))
                .contains("too-complex");
        codesOf(condition("Extra( waterMw > 1" + " || waterMw > 1".repeat(10_000) + " )"))
                .contains("too-complex");
        codesOf(condition("Extra( waterMw > 1" + " + 1".repeat(10_000) + " )")).contains("too-complex");
    }

    @Test
    void tenThousandConditionsAreTooComplex() {
        codesOf(condition((CONDITION + "\n").repeat(10_000))).contains("too-complex");
    }

    @Test
    void longTextsNamesAndExpressionsAreReadInFull() {
        codesOf(SampleRules.edited(
                        "parameters/sample.yaml",
                        "\"judgement: a sample\"",
                        "judgement" + " word".repeat(50_000) + " # and why"))
                .contains("text-cut");
        codesOf(SampleRules.edited(
                        "policy/sample/sample.cases.yaml", "100,", "wetMw" + " + 1 - 1".repeat(20_000) + ","))
                .doesNotContain("bad-answer", "case-failed");
        codesOf(SampleRules.edited(RULES, "WET-01 ", "WET" + "-A".repeat(50_000) + " "))
                .contains("renamed-definition")
                .doesNotContain("bad-rule-id");
    }

    @Test
    void aLongNumberIsNone() {
        codesOf(condition("Extra( waterMw > " + "9".repeat(100_000) + " )")).contains("rule-syntax");
    }

    @Test
    void messagesStayShort() {
        RulebookFiles files = condition("Extra( " + "x".repeat(100_000) + " > 1 )");
        assertThat(SampleRules.check(files))
                .allSatisfy(problem -> assertThat(problem.toString()).hasSizeLessThan(1_500));
    }

    @Test
    void deepYamlIsTooComplex() {
        codesOf(SampleRules.with("parameters/sample.yaml", "[".repeat(100_000))).contains("too-complex");
        codesOf(SampleRules.with("parameters/sample.yaml", "a: ".repeat(1) + "{a: ".repeat(50_000)))
                .contains("too-complex");
        codesOf(SampleRules.with("parameters/sample.yaml", "- ".repeat(50_000))).contains("too-complex");
    }

    @Test
    void wideYamlIsTooComplex() {
        codesOf(SampleRules.with("parameters/sample.yaml", "- a\n".repeat(60_000)))
                .contains("too-complex");
    }

    @Test
    void aHugeTextIsTooLarge() {
        codesOf(SampleRules.with("parameters/sample.yaml", "#".repeat(1_100_000)))
                .contains("file-too-large");
        codesOf(SampleRules.with(RULES, "/".repeat(1_100_000))).contains("file-too-large");
    }

    @Test
    void aTableWithTooManyCellsIsNone() {
        codesOf(SampleRules.with("policy/sample/bands.csv", "\"RuleTable x\"\n" + "a\n".repeat(5_000)))
                .contains("table-syntax");
        codesOf(SampleRules.with("policy/sample/bands.csv", "\"RuleTable x\"" + ",a".repeat(5_000)))
                .contains("table-syntax");
        codesOf(SampleRules.with("policy/sample/bands.csv", "\"RuleTable x\",\"" + "a".repeat(10_000) + "\""))
                .contains("table-syntax");
    }

    @Test
    void aSmallWorkbookThatUnpacksToGigabytesIsNotUnpacked() throws IOException {
        byte[] bomb = zip("xl/worksheets/sheet1.xml", 300_000_000);
        assertThat(bomb).hasSizeLessThan(1_000_000);
        codesOf(SampleRules.asTheyAre().with(WORKBOOK, bomb)).contains("table-syntax");
    }

    @Test
    void aWorkbookThatIsNoneIsRefused() throws IOException {
        codesOf(SampleRules.asTheyAre().with(WORKBOOK, "PK no".getBytes(StandardCharsets.UTF_8)))
                .contains("table-syntax");
        codesOf(SampleRules.asTheyAre().with(WORKBOOK, zip("a", 10))).contains("table-syntax");
    }

    @Test
    void aWorkbookWithAProgramIsRefused() throws IOException {
        codesOf(SampleRules.asTheyAre()
                        .with(WORKBOOK, TableWorkbook.withPart(workbook("HIGH"), "xl/vbaProject.bin", "x")))
                .contains("table-syntax");
    }

    @Test
    void aWorkbookThatReadsOtherFilesIsRefused() throws IOException {
        String sheet = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        codesOf(SampleRules.asTheyAre()
                        .with(WORKBOOK, TableWorkbook.withPart(workbook("HIGH"), "xl/worksheets/sheet1.xml", sheet)))
                .contains("table-syntax");
    }

    @Test
    void aFormulaIsNotComputed() throws IOException {
        codesOf(SampleRules.asTheyAre().with(WORKBOOK, workbook("=1+1"))).contains("table-syntax");
    }

    @Test
    void linksAreNotFollowed(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.drl"), "rule \"SECRET-01 x\" when then end");
        Path rules = Files.createDirectories(folder.resolve("rules/policy/sample"));
        Files.createSymbolicLink(rules.resolve("linked.drl"), secret);
        Files.createSymbolicLink(rules.resolve("linked"), folder);
        RulebookFiles files = RulebookFiles.in(folder.resolve("rules"));
        assertThat(files.contentByPath()).isEmpty();
        codesOf(files).contains("linked-file").doesNotContain("bad-rule-id");
        assertThat(files.unread())
                .extracting(RulebookProblem::file)
                .containsExactlyInAnyOrder("policy/sample/linked.drl", "policy/sample/linked");
    }

    @Test
    void hugeFilesAndTooManyFilesAreNotRead(@TempDir Path folder) throws IOException {
        Path huge = Files.createDirectories(folder.resolve("huge/market")).resolve("x.yaml");
        try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 40); // sparse: a terabyte that takes no room
        }
        assertThat(RulebookFiles.in(folder.resolve("huge")).unread())
                .extracting(RulebookProblem::codeName)
                .containsExactly("file-too-large");

        Path many = Files.createDirectories(folder.resolve("many/market"));
        for (int i = 0; i < 2_100; i++) {
            Files.createFile(many.resolve(i + ".yaml"));
        }
        assertThat(RulebookFiles.in(folder.resolve("many")).unread())
                .extracting(RulebookProblem::codeName)
                .containsExactly("rulebook-too-large");
    }

    @Test
    void textInAnotherCharsetAndInvisibleCharactersAreRefused() {
        codesOf(SampleRules.asTheyAre().with(RULES, new byte[] {'/', '/', (byte) 0xE9}))
                .contains("not-utf-8");
        codesOf(SampleRules.edited(RULES, "// Wet", "// \u202E Wet")).contains("forbidden-character");
        codesOf(SampleRules.edited(RULES, "// Wet", "// \u0000 Wet")).contains("forbidden-character");
    }

    @Test
    void tooManyRulesAreRefused() {
        TreeMap<String, byte[]> content = new TreeMap<>(SampleRules.asTheyAre().contentByPath());
        IntStream.range(0, 40).forEach(i -> content.put("policy/sample/x" + i + ".drl", rules(i)));
        codesOf(new RulebookFiles(content)).contains("rulebook-too-large");
    }

    private static byte[] rules(int file) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            text.append("rule \"X-")
                    .append(file)
                    .append('A')
                    .append(i)
                    .append(" x\" when Board() then plan( HOLD ); end\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(String cell) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var first = workbook.createSheet().createRow(0).createCell(0);
            if (cell.startsWith("=")) {
                first.setCellFormula(cell.substring(1));
            } else {
                first.setCellValue(cell);
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(String name, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] zeros = new byte[1_000_000];
            for (int left = size; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, Math.min(left, zeros.length));
            }
        }
        return out.toByteArray();
    }
}
