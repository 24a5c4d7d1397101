package org.hashwise.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.screening.ScreeningFiles.quick;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Refused rows that come back in another format than the one in which they were sent: once mended, they say what they said. */
class RefusedRowsTests {

    /** The mistake in each file, and its correction. */
    private static final String WRONG = "much";

    private static final String RIGHT = "40";

    private static final String JSON = """
            {"id":"a","company":"A"}
            {"id":"b","company":"B","asOf":"2026-03-31","answers":{"treasury.cashUsd":1234.5,"power.energizedMw":"much"}}
            """;

    /** Decimal commas, which the refused row does not show by itself. */
    private static final String COMMAS = """
            Société;Trésorerie (M USD);Arrêté au;Puissance sous tension;Taux de hachage
            A;12,5;31/12/2025;40;1,5
            B;1,234;31/03/2026;much;7
            """;

    private static final String POINTS = """
            Company,Cash (USD m),As of,Energised power,Hashrate
            A,12.5,2025-12-31,40,1.5
            B,1.234,2026-03-31,much,7
            """;

    @TempDir
    private Path folder;

    private static Stream<Arguments> crossings() throws IOException {
        List<Arguments> crossings = new ArrayList<>();
        for (Language language : Language.values()) {
            for (ScreeningFormat back : ScreeningFormat.values()) {
                crossings.add(Arguments.of("lines", ScreeningFormat.NDJSON, bytes(JSON), back, language));
                crossings.add(Arguments.of("commas", ScreeningFormat.CSV, bytes(COMMAS), back, language));
                crossings.add(Arguments.of("points", ScreeningFormat.CSV, bytes(POINTS), back, language));
                crossings.add(Arguments.of("workbook", ScreeningFormat.XLSX, workbook(), back, language));
            }
        }
        return crossings.stream();
    }

    @ParameterizedTest(name = "{0} as {3}, {4}")
    @MethodSource("crossings")
    void whatComesBackInAnyFormatSaysTheSameOnceItIsMended(
            String name, ScreeningFormat sent, byte[] file, ScreeningFormat back, Language language) throws Exception {
        byte[] refused = ScreeningFiles.bytes(quick(), rows(file, sent, language), back, true);

        assertThat(requests(refused, back, language)).as("it is refused again").containsExactly("refused");
        assertThat(requests(mended(refused, back), back, language))
                .containsExactly(requests(mended(file, sent), sent, language).get(1));
    }

    private RowSource rows(byte[] file, ScreeningFormat format, Language language) throws Exception {
        ByteArrayInputStream bytes = new ByteArrayInputStream(file);
        if (format == ScreeningFormat.NDJSON) {
            return JsonLinesSource.of(bytes, false);
        }
        Table table = format == ScreeningFormat.CSV
                ? Table.csv(bytes, null, language)
                : Table.workbook(Files.write(folder.resolve("companies.xlsx"), file), language);
        return TableSource.of(table, ScreeningFiles.columns(), Map.of(), false);
    }

    private List<String> requests(byte[] file, ScreeningFormat format, Language language) throws Exception {
        RowContext context = new RowContext(
                ScreeningFiles.CONTEXT.questionnaire(), ScreeningFiles.WORDING, Screenings.nothingInCommon(language));
        List<String> requests = new ArrayList<>();
        try (RowSource rows = rows(file, format, language)) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                CompanyRow read = row.read(context);
                Consultation.Request request = read.request();
                assertThat(request != null || String.valueOf(read.errors()).contains(WRONG))
                        .as(String.valueOf(read.errors()))
                        .isTrue();
                requests.add(request == null ? "refused" : read.id() + " " + request);
            }
        }
        return requests;
    }

    private static byte[] mended(byte[] file, ScreeningFormat format) throws IOException {
        if (format != ScreeningFormat.XLSX) {
            return bytes(new String(file, StandardCharsets.UTF_8).replaceAll("\"*" + WRONG + "\"*", RIGHT));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : workbook.getSheetAt(0)) {
                for (int column = 0; column < row.getLastCellNum(); column++) {
                    Cell cell = row.getCell(column);
                    String text =
                            cell != null && cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
                    if (text.equals(WRONG)) {
                        row.createCell(column).setCellValue(Double.parseDouble(RIGHT));
                    } else if (text.contains("{")) {
                        row.createCell(column).setCellValue(text.replace("\"" + WRONG + "\"", RIGHT));
                    }
                }
            }
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Numbers, a percentage, a day, yes and no, a number that is a text, and one whose point could separate thousands. */
    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            var percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0.00%"));
            var day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            List<String> headers = List.of(
                    "Company",
                    "id",
                    "As of",
                    "Cash (USD m)",
                    "Energised power",
                    "Interest",
                    "company.listed",
                    "Hashrate");
            for (int row = 0; row < 3; row++) {
                sheet.createRow(row);
            }
            for (int column = 0; column < headers.size(); column++) {
                sheet.getRow(0).createCell(column).setCellValue(headers.get(column));
            }
            for (int row = 1; row < 3; row++) {
                var cells = sheet.getRow(row);
                cells.createCell(0).setCellValue(row == 1 ? "=A" : "B; \"the\" second");
                cells.createCell(1).setCellValue(1000.5 + row);
                cells.createCell(2).setCellValue(LocalDate.of(2026, row, 28));
                cells.getCell(2).setCellStyle(day);
                cells.createCell(3).setCellValue(1.234);
                if (row == 1) {
                    cells.createCell(4).setCellValue(50);
                } else {
                    cells.createCell(4).setCellValue(WRONG);
                }
                cells.createCell(5).setCellValue(0.0725);
                cells.getCell(5).setCellStyle(percent);
                cells.createCell(6).setCellValue(row == 2);
                cells.createCell(7).setCellValue("2.5");
            }
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }
}
