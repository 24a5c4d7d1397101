package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hashwise.fuzz.FuzzTarget;
import org.hashwise.fuzz.ReaderContract;
import org.hashwise.rulebook.files.CellTable;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Spreadsheets;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookRejected;

/** Files from anywhere: every mistake in them is a problem with a place, never an exception. */
public final class RuleFileFuzzTargets {

    private static final String TABLE = "policy/regulation/regulation.csv";
    private static final String WORKBOOK = "policy/regulation/regulation.xlsx";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final RulebookFiles GOOD = SampleRules.asTheyAre();

    /** The files that an input can be for: it begins with the file, so that one run looks at all of them. */
    private static final List<String> YAMLS = List.of(
            "questions/extra.yaml",
            "parameters/sample.yaml",
            "policy/sample/sample.cases.yaml",
            "casebook/sample-2025-11.yaml",
            "market/2025-11-30.yaml",
            "strategies/hold.yaml",
            "questions/migrations.yaml");

    private static final byte[] TEMPLATE = workbook();

    private RuleFileFuzzTargets() {}

    /** The readers of the files of a rulebook. */
    public static List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget("yaml", yamls(), 200, RuleFileFuzzTargets::yaml),
                new FuzzTarget("table", files(TABLE, "policy/sample/bands.csv"), 80, RuleFileFuzzTargets::table),
                new FuzzTarget(
                        "rules",
                        files("policy/sample/sample.drl", "policy/recommendation/recommendation.drl"),
                        80,
                        RuleFileFuzzTargets::rules),
                new FuzzTarget("workbook", List.of(TEMPLATE), 30, RuleFileFuzzTargets::workbook),
                new FuzzTarget("sheet", List.of(unpacked().get(SHEET)), 60, RuleFileFuzzTargets::sheet));
    }

    private static void yaml(byte[] input) throws Exception {
        if (input.length > 0) {
            String path = YAMLS.get(Byte.toUnsignedInt(input[0]) % YAMLS.size());
            isChecked(GOOD.with(path, java.util.Arrays.copyOfRange(input, 1, input.length)));
        }
    }

    private static void table(byte[] csv) throws Exception {
        isChecked(GOOD.with(TABLE, csv));
    }

    private static void rules(byte[] drl) throws Exception {
        isChecked(GOOD.with("policy/sample/sample.drl", drl));
    }

    private static void workbook(byte[] xlsx) throws Exception {
        isChecked(withWorkbook(xlsx));
    }

    /** Bytes of a zip that were changed hardly ever reach its sheet: here they always do. */
    private static void sheet(byte[] xml) throws Exception {
        isChecked(withWorkbook(repacked(xml)));
    }

    private static void isChecked(RulebookFiles files) throws Exception {
        ReaderContract.holds(
                RulebookRejected.class,
                () -> assertThat(SampleRules.check(files))
                        .allSatisfy(problem -> assertThat(problem.toString()).hasSizeLessThan(10_000)));
    }

    private static List<byte[]> yamls() {
        return Stream.iterate(0, index -> index < YAMLS.size(), index -> index + 1)
                .filter(index -> GOOD.contentByPath().containsKey(YAMLS.get(index)))
                .map(index -> {
                    ByteArrayOutputStream input = new ByteArrayOutputStream();
                    input.write(index);
                    input.writeBytes(GOOD.contentByPath().get(YAMLS.get(index)));
                    return input.toByteArray();
                })
                .toList();
    }

    private static List<byte[]> files(String... paths) {
        return Stream.of(paths).map(path -> GOOD.contentByPath().get(path)).toList();
    }

    private static RulebookFiles withWorkbook(byte[] xlsx) {
        Map<String, byte[]> content = new TreeMap<>(GOOD.contentByPath());
        content.remove(TABLE);
        content.put(WORKBOOK, xlsx);
        return new RulebookFiles(content);
    }

    private static byte[] workbook() {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet();
            CellTable grid = Spreadsheets.read(GOOD, TABLE, new Problems()).orElseThrow();
            for (int row = 1; row <= grid.height(); row++) {
                XSSFRow cells = sheet.createRow(row - 1);
                for (int column = 1; column <= grid.width(); column++) {
                    cells.createCell(column - 1).setCellValue(grid.at(row, column));
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, byte[]> unpacked() {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(TEMPLATE))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
            return parts;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] repacked(byte[] sheet) throws IOException {
        Map<String, byte[]> parts = unpacked();
        parts.put(SHEET, sheet);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
