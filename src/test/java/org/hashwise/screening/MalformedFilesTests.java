package org.hashwise.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.screening.ScreeningFiles.WORDING;
import static org.hashwise.screening.ScreeningFiles.columns;
import static org.hashwise.screening.ScreeningFiles.outcomes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.questionnaire.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are wrong: each is refused, or the row that is wrong, with a sentence that says what and where. */
class MalformedFilesTests {

    private static final String HEADERS = "company;Cash (USD m);Energised power\n";

    @TempDir
    private Path folder;

    private static Arguments file(String name, String text, String... said) {
        return file(name, text.getBytes(StandardCharsets.UTF_8), said);
    }

    private static Arguments file(String name, byte[] bytes, String... said) {
        return Arguments.of(name, bytes, List.of(said));
    }

    static Stream<Arguments> files() {
        byte[] mixed = (HEADERS + "Élan;1,5;40\n").getBytes(StandardCharsets.UTF_8);
        byte[] other = "Società;1,5;40\n".getBytes(Charset.forName("windows-1252"));
        byte[] both = Arrays.copyOf(mixed, mixed.length + other.length);
        System.arraycopy(other, 0, both, mixed.length, other.length);
        byte[] utf16 = (HEADERS + "A;1,5;40\n").getBytes(StandardCharsets.UTF_16);
        return Stream.of(
                file("empty", "", "empty"),
                file("blank", "\n\n;;\n", "empty"),
                file("mark alone", "\uFEFF", "empty"),
                file("row too long", HEADERS + "A;1,5;40;9\n", "row 2", "columns (3)"),
                file("quote left open", HEADERS + "A;1;40\n\"B;2;50\nC;3;60\n", "row 3", "quotation marks"),
                file("text behind a quote", HEADERS + "\"A\"x;1;40\n", "row 2", "quotation marks"),
                file("two headers for one id", "company;Cash;treasury.cashUsd\nA;1;2\n", "column 3", "the same as"),
                file("NUL", HEADERS + "A;1\0;40\n", "row 2", "NUL"),
                file("UTF-16 without a mark", HEADERS.getBytes(StandardCharsets.UTF_16LE), "NUL", "UTF-8"),
                file("UTF-16 cut off", Arrays.copyOf(utf16, utf16.length - 3), "row 2", "column 3", "encoding"),
                file("two encodings", both, "row 3", "column 1", "encoding"),
                file("ten megabytes in a row", HEADERS + "A;1;40\n" + "x".repeat(10 << 20), "row 3", "1,048,576"),
                file("ten megabytes of headers", "x;".repeat(5 << 20), "line 1", "1,048,576"),
                file("many columns", "x;".repeat(600) + "\n", "500"),
                file("another separator", HEADERS + "A,1.5,40\n", "row 2", "column 1", "separates"),
                file("carets", HEADERS.replace(';', '^') + "A^1^40\n", "“^”", "semicolons", "sep=^"),
                file("colons", "id:treasury.cashUsd\na:1\n", "“:”", "tabs"),
                file("spaces", "id treasury.cashUsd power.energizedMw\na 1 2\n", "spaces", "commas"),
                file("JSON", "[{\"company\":\"A\"}]", "JSON"),
                file("a page", "<html><body>company</body></html>", "column 1", "neither the id"),
                file("a title alone", "Portfolio overview\n", "column 1", "neither the id"),
                file("units below headers", HEADERS + ";USD m;MW\nA;1;40\n", "row 2", "column 2", "number"),
                file("companies in columns", "company;A;B\nCash;1;2\n", "column 2", "neither the id"),
                file("control characters", HEADERS + "A\u0001;1;40\n", "row 2", "column 1", "control"),
                file("a total", HEADERS + "Total;1;40\n", "row 2", "column 1", "total"),
                file("an error as a name", HEADERS + "#REF!;1;40\n", "row 2", "column 1", "error"),
                file("a narrow column", HEADERS + "A;###;40\n", "row 2", "column 2", "number"),
                file("another currency", HEADERS + "A;5 €;40\n", "row 2", "column 2", "EUR"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aCsvFileThatIsWrongIsToldByWhatAndWhere(String name, byte[] bytes, List<String> said) throws Exception {
        for (Language language : Language.values()) {
            String problem = problem(() -> Table.csv(new ByteArrayInputStream(bytes), null, language));

            assertThat(problem).as(name).contains(said);
        }
    }

    private interface Opening {
        Table open() throws Exception;
    }

    /** The mistakes of a file: all that is said of it, with row and column. */
    private static String problem(Opening opening) throws Exception {
        try (Table table = opening.open();
                RowSource rows = TableSource.of(table, columns(), Map.of(), false)) {
            StringBuilder said = new StringBuilder();
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                CompanyRow read = row.read(ScreeningFiles.CONTEXT);
                read.errors()
                        .forEach(
                                error -> said.append("row ").append(read.line()).append(where(error)));
            }
            return said.toString();
        } catch (UnreadableFile unreadable) {
            return unreadable.sentence(WORDING, Language.EN);
        } catch (RefusedColumns refused) {
            return String.join(
                    " ",
                    refused.errors(WORDING, Language.EN).stream()
                            .map(MalformedFilesTests::where)
                            .toList());
        }
    }

    private static String where(ErrorItem error) {
        return ", column " + error.column() + ": " + error.problem() + "\n";
    }

    private Path workbook(Consumer<XSSFWorkbook> content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            content.accept(workbook);
            workbook.write(bytes);
        }
        return ScreeningFiles.file(folder, bytes.toByteArray());
    }

    private static XSSFSheet table(XSSFWorkbook workbook) {
        XSSFSheet sheet = workbook.createSheet();
        sheet.createRow(0).createCell(0).setCellValue("Portfolio, third quarter");
        sheet.createRow(1).createCell(0).setCellValue("company");
        sheet.getRow(1).createCell(1).setCellValue("Energised power");
        sheet.createRow(2).createCell(0).setCellValue("A");
        sheet.getRow(2).createCell(1).setCellValue(40);
        return sheet;
    }

    @Test
    void aWorkbookWithATitleAHiddenSheetAndMergedCellsIsReadAndTheMergedCellsAreTold() throws Exception {
        Path file = workbook(workbook -> {
            workbook.createSheet("hidden").createRow(0).createCell(0).setCellValue("secret");
            XSSFSheet sheet = table(workbook);
            sheet.createRow(3).createCell(1).setCellValue(50);
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
            workbook.setSheetHidden(0, true);
            workbook.createSheet("older");
        });

        FileCheck check = ScreeningFiles.check(Table.workbook(file, Language.EN));

        assertThat(check.rows()).isEqualTo(2);
        assertThat(Objects.requireNonNull(check.form()).headerLine()).isEqualTo(2);
        assertThat(check.form().mergedRow()).isEqualTo(3);
        assertThat(check.form().sheet()).isNotEqualTo("hidden");
        assertThat(check.form().otherSheets()).containsExactly("older");
        assertThat(outcomes(ScreeningFiles.workbook(file))).hasSize(3);
    }

    @Test
    void anErrorInAWorkbookIsToldByRowAndColumnAlsoInThePlaceOfAName() throws Exception {
        Path file = workbook(workbook -> {
            XSSFSheet sheet = table(workbook);
            sheet.getRow(2).getCell(0).setCellErrorValue(FormulaError.REF);
            sheet.getRow(2).getCell(1).setCellErrorValue(FormulaError.DIV0);
        });

        String problem = problem(() -> Table.workbook(file, Language.EN));

        assertThat(problem).contains("row 3, column 1", "row 3, column 2", "error of the spreadsheet program");
    }

    @Test
    void theFirstValueOfAColumnIsToldAsTheSpreadsheetShowsIt() throws Exception {
        Path file = workbook(workbook -> {
            XSSFSheet sheet = table(workbook);
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("d mmm yy"));
            sheet.getRow(1).createCell(2).setCellValue("Due");
            sheet.getRow(2).createCell(2).setCellValue(LocalDate.of(2027, 2, 1));
            sheet.getRow(2).getCell(2).setCellStyle(day);
        });

        FileCheck check = ScreeningFiles.check(Table.workbook(file, Language.EN));

        assertThat(Objects.requireNonNull(check.columns()).get(2).sample()).isEqualTo("2027-02-01");
    }

    @Test
    void theNumberOfADayIsADateInItsColumnAlone() throws Exception {
        Path file = workbook(workbook -> {
            XSSFSheet sheet = table(workbook);
            sheet.getRow(1).createCell(2).setCellValue("As of");
            sheet.getRow(2).createCell(2).setCellValue(46022);
        });

        try (RowSource rows = ScreeningFiles.workbook(file)) {
            CompanyRow row = Objects.requireNonNull(rows.next()).read(ScreeningFiles.CONTEXT);
            assertThat(Objects.requireNonNull(row.request()).asOf()).isEqualTo("2025-12-31");
        }
    }
}
