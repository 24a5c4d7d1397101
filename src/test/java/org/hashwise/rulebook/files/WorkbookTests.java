package org.hashwise.rulebook.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hashwise.rulebook.TableWorkbook;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that a spreadsheet program saves are read as their reader sees them. */
class WorkbookTests {

    private static final String FILE = "policy/regulation/regulation.xlsx";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private final Problems problems = new Problems();

    @Test
    void textsNumbersAndYesNoAreReadAsTheyAreShown() throws IOException {
        List<List<String>> rows = rows(workbook(workbook -> {
            XSSFRow row = workbook.createSheet().createRow(0);
            row.createCell(0).setCellValue("Québec & Labrador");
            row.createCell(1).setCellValue(0.1 + 0.2);
            row.createCell(2).setCellValue(1500.0);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setBlank();
            XSSFRichTextString rich = new XSSFRichTextString("two formats");
            rich.applyFont(0, 3, workbook.createFont());
            row.createCell(5).setCellValue(rich);
        }));

        assertThat(rows)
                .containsExactly(
                        List.of("Québec & Labrador", "0.30000000000000004", "1500", "TRUE", "", "two formats"));
    }

    @Test
    void aNumberSavedWithSeventeenDigitsIsTheOneThatWasTyped() throws IOException {
        byte[] saved = TableWorkbook.withPart(
                workbook(WorkbookTests::oneCell), SHEET, sheet("<c r=\"A1\"><v>0.29999999999999999</v></c>"));

        assertThat(rows(saved)).containsExactly(List.of("0.3"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "7.0, 7",
        "0.50, 0.5",
        "007, 7",
        ".5, 0.5",
        "5., 5",
        "-12.5, -12.5",
        "1E-3, 0.001",
        "1.133E9, 1133000000",
        "100000000000000, 100000000000000",
        "0.1234567890123, 0.1234567890123",
        "1234567890.12345678, 1234567890.1234567"
    })
    void aNumberIsReadInPlainDigitsHoweverItIsSaved(String saved, String read) throws IOException {
        byte[] workbook = TableWorkbook.withPart(
                workbook(WorkbookTests::oneCell), SHEET, sheet("<c r=\"A1\"><v>" + saved + "</v></c>"));

        assertThat(rows(workbook)).containsExactly(List.of(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "A", "a1", "A1B", "A-1", "$A$1", "A1 ", "AAAA1", "A12345678"})
    void anAddressThatIsNoneIsDamage(String address) throws IOException {
        byte[] workbook = TableWorkbook.withPart(
                workbook(WorkbookTests::oneCell), SHEET, sheet("<c r=\"" + address + "\"><v>1</v></c>"));

        assertThat(read(workbook)).isEmpty();
        assertThat(problems.all()).singleElement().asString().contains("damaged");
    }

    @Test
    void aDateIsReadAsADay() throws IOException {
        List<List<String>> rows = rows(workbook(workbook -> {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat((short) 14);
            var cell = workbook.createSheet().createRow(0).createCell(0);
            cell.setCellValue(LocalDate.of(2025, 11, 30));
            cell.setCellStyle(style);
        }));

        assertThat(rows).containsExactly(List.of("2025-11-30"));
    }

    @Test
    void aPercentageIsReadAsItIsShown() throws IOException {
        List<List<String>> rows = rows(workbook(workbook -> {
            CellStyle builtIn = workbook.createCellStyle();
            builtIn.setDataFormat((short) 9);
            CellStyle own = workbook.createCellStyle();
            own.setDataFormat(workbook.createDataFormat().getFormat("0.0 %"));
            XSSFRow row = workbook.createSheet().createRow(0);
            row.createCell(0).setCellValue(0.02);
            row.getCell(0).setCellStyle(builtIn);
            row.createCell(1).setCellValue(0.125);
            row.getCell(1).setCellStyle(own);
            row.createCell(2).setCellValue(0.02);
        }));

        assertThat(rows).containsExactly(List.of("2%", "12.5%", "0.02"));
    }

    @Test
    void theVisibleSheetWithATableIsReadWhereverItStands() throws IOException {
        List<List<String>> rows = rows(workbook(workbook -> {
            workbook.createSheet("Old").createRow(0).createCell(0).setCellValue("RuleTable old");
            workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
            workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("a note");
            workbook.createSheet("Table").createRow(0).createCell(0).setCellValue("RuleTable new");
        }));

        assertThat(rows).containsExactly(List.of("RuleTable new"));
    }

    @Test
    void twoVisibleTablesAreRefusedByTheNamesOfTheirSheets() throws IOException {
        byte[] two = workbook(workbook -> {
            workbook.createSheet("First").createRow(0).createCell(0).setCellValue("RuleTable a");
            workbook.createSheet("Second").createRow(0).createCell(0).setCellValue("RuleTable b");
        });

        assertThat(Workbook.read(FILE, two, problems)).isEmpty();
        assertThat(problems.all()).singleElement().asString().contains("First", "Second", "keep one of them");
    }

    @Test
    void rowsAndCellsThatAreLeftOutAreEmpty() throws IOException {
        List<List<String>> rows = rows(workbook(workbook -> {
            XSSFSheet sheet = workbook.createSheet();
            sheet.createRow(1).createCell(2).setCellValue("C2");
            sheet.createRow(3).createCell(0).setCellValue("A4");
        }));

        assertThat(rows).containsExactly(List.of(), List.of("", "", "C2"), List.of(), List.of("A4"));
    }

    @Test
    void addressesMayBeLeftOut() throws IOException {
        String sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row><c t=\"str\"><v>A1</v></c><c><v>2</v></c></row><row><c t=\"str\"><v>A2</v></c></row>"
                + "</sheetData></worksheet>";

        assertThat(rows(TableWorkbook.withPart(workbook(WorkbookTests::oneCell), SHEET, sheet)))
                .containsExactly(List.of("A1", "2"), List.of("A2"));
    }

    @Test
    void aMergedCellCountsInEachOfItsCells() throws IOException {
        List<List<String>> rows = rows(workbook(workbook -> {
            XSSFSheet sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("CONDITION");
            sheet.getRow(0).createCell(3).setCellValue("ACTION");
            sheet.createRow(1).createCell(3).setCellValue("x");
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 2));
        }));

        assertThat(rows)
                .containsExactly(
                        List.of("CONDITION", "CONDITION", "CONDITION", "ACTION"),
                        List.of("CONDITION", "CONDITION", "CONDITION", "x"));
    }

    @Test
    void theFirstVisibleSheetIsRead() throws IOException {
        List<List<String>> rows = rows(workbook(workbook -> {
            for (String name : List.of("lists", "old", "grades", "notes")) {
                workbook.createSheet(name).createRow(0).createCell(0).setCellValue(name);
            }
            workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            workbook.setActiveSheet(3);
        }));

        assertThat(rows).containsExactly(List.of("grades"));
    }

    @Test
    void formulasAndErrorsAreRejectedByCell() throws IOException {
        read(workbook(workbook -> {
            XSSFRow row = workbook.createSheet().createRow(6);
            row.createCell(1).setCellValue("HIGH");
            row.createCell(2).setCellFormula("1+1");
            row.createCell(3).setCellErrorValue((byte) 42);
        }));

        assertThat(problems.all())
                .extracting(RulebookProblem::toString)
                .satisfiesExactly(
                        formula -> assertThat(formula).contains("C7", "the cell holds a formula"),
                        error -> assertThat(error).contains("D7", "the cell holds a formula"));
    }

    @Test
    void aCellFarOutsideTheTableIsRejectedAndTakesNoMemory() throws IOException {
        byte[] workbook = workbook(WorkbookTests::oneCell);

        assertThat(read(TableWorkbook.withPart(workbook, SHEET, sheet("<c r=\"XFD1\" t=\"str\"><v>x</v></c>"))))
                .isEmpty();
        assertThat(read(TableWorkbook.withPart(workbook, SHEET, sheet("<c r=\"ZZZZZZ1\" t=\"str\"><v>x</v></c>"))))
                .isEmpty();
        assertThat(problems.all())
                .extracting(RulebookProblem::toString)
                .satisfiesExactlyInAnyOrder(
                        size -> assertThat(size).contains("at most"),
                        damaged -> assertThat(damaged).contains("damaged"));
    }

    @Test
    void aDocumentTypeDeclarationIsRejected() throws IOException {
        String sheet =
                "<!DOCTYPE worksheet [<!ENTITY e \"RuleTable\">]>" + sheet("<c r=\"A1\" t=\"str\"><v>&e;</v></c>");

        assertThat(read(TableWorkbook.withPart(workbook(WorkbookTests::oneCell), SHEET, sheet)))
                .isEmpty();
        assertThat(problems.all()).singleElement().asString().contains("the workbook is damaged");
    }

    private static void oneCell(XSSFWorkbook workbook) {
        workbook.createSheet().createRow(0).createCell(0).setCellValue("x");
    }

    private static String sheet(String cells) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                + cells
                + "</row></sheetData></worksheet>";
    }

    private List<List<String>> rows(byte[] workbook) {
        List<List<String>> rows = read(workbook).orElseThrow().rows();
        assertThat(problems.all()).isEmpty();
        return rows;
    }

    private Optional<CellTable> read(byte[] workbook) {
        return Spreadsheets.read(new RulebookFiles(Map.of(FILE, workbook)), FILE, problems);
    }

    private static byte[] workbook(Consumer<XSSFWorkbook> content) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
