package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in a decision table that is kept as a workbook: read as its reader sees it, or one message at the cell. */
class WorkbookMistakeTests {

    private static final String CSV = "policy/regulation/regulation.csv";
    private static final String FILE = TableWorkbook.path(CSV);
    private static final int NEW_YORK = 7; // rows and columns count from 0 here
    private static final int GRADE = 4;
    private static final int TAX = 7;
    private static final int SOURCE = 10;
    private static final int FRENCH_SOURCE = 11;

    private static RulebookFiles with(Consumer<XSSFWorkbook> mistake) {
        return TableWorkbook.in(ShippedRules.files(), CSV, mistake);
    }

    private static List<String> errors(Consumer<XSSFWorkbook> mistake) {
        return SampleRules.check(with(mistake)).stream()
                .filter(problem -> problem.severity() == Severity.ERROR && problem.code() != Code.HELD_BACK)
                .map(RulebookProblem::toString)
                .toList();
    }

    private static Cell cell(XSSFWorkbook workbook, int row, int column) {
        XSSFRow line = workbook.getSheet(TableWorkbook.SHEET).getRow(row);
        return line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
    }

    private static Arguments mistake(String name, Consumer<XSSFWorkbook> mistake, String... words) {
        return Arguments.of(Named.of(name, mistake), List.of(words));
    }

    private static CellStyle format(XSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    /** A date cell, 2025-11-30, in a format. */
    private static void setDay(XSSFWorkbook workbook, Cell cell, String format) {
        cell.setCellValue(LocalDate.of(2025, 11, 30));
        cell.setCellStyle(format(workbook, format));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "a date in a cell for text",
                        workbook -> setDay(workbook, cell(workbook, NEW_YORK, SOURCE), "dd/mm/yyyy"),
                        "K8",
                        "not 2025-11-30",
                        "format the cell as text"),
                mistake(
                        "a truth value in a cell for text",
                        workbook -> cell(workbook, NEW_YORK, 2).setCellValue(true),
                        "C8",
                        "not TRUE",
                        "type the text"),
                mistake(
                        "a date in a cell for a grade",
                        workbook -> setDay(workbook, cell(workbook, NEW_YORK, GRADE), "yyyy-mm-dd"),
                        "E8",
                        "the date 2025-11-30",
                        "format the cell as text"),
                mistake(
                        "a percentage in a cell for dollars",
                        workbook -> {
                            cell(workbook, NEW_YORK, TAX).setCellValue(0.02);
                            cell(workbook, NEW_YORK, TAX).setCellStyle(format(workbook, "0%"));
                        },
                        "H8",
                        "not 2%",
                        "number"),
                mistake(
                        "a number as text with a decimal comma",
                        workbook -> cell(workbook, NEW_YORK, TAX).setCellValue("0,02"),
                        "H8",
                        "write 0.02"),
                mistake(
                        "a number as text with a currency sign",
                        workbook -> cell(workbook, NEW_YORK, TAX).setCellValue("$0.02"),
                        "H8",
                        "write 0.02"),
                mistake(
                        "a formula",
                        workbook -> cell(workbook, NEW_YORK, GRADE).setCellFormula("E9"),
                        "E8",
                        "formula; write its value"),
                mistake(
                        "an empty grade",
                        workbook -> cell(workbook, NEW_YORK, GRADE).setBlank(),
                        "E8",
                        "the grade is missing",
                        "MODERATE"),
                mistake(
                        "a misspelt grade",
                        workbook -> cell(workbook, NEW_YORK, GRADE).setCellValue("HIHG"),
                        "E8",
                        "did you mean HIGH"),
                mistake(
                        "a column twice",
                        workbook -> workbook.getSheet(TableWorkbook.SHEET)
                                .forEach(row -> row.createCell(11)
                                        .setCellValue(
                                                row.getCell(GRADE) == null
                                                        ? ""
                                                        : row.getCell(GRADE).getStringCellValue())),
                        "L6",
                        "is there twice, first as column E"),
                mistake(
                        "cells moved to the right",
                        workbook -> {
                            XSSFRow row = workbook.getSheet(TableWorkbook.SHEET).getRow(NEW_YORK);
                            row.shiftCellsRight(GRADE, FRENCH_SOURCE, 1);
                        },
                        ":8",
                        "more cells than the table has columns"),
                mistake(
                        "cells moved within the row",
                        workbook -> {
                            cell(workbook, NEW_YORK, GRADE).setCellValue("NY-S8518");
                            cell(workbook, NEW_YORK, GRADE + 1).setBlank();
                            cell(workbook, NEW_YORK, TAX).setCellValue("HIGH");
                        },
                        "8",
                        "were they shifted?"),
                mistake(
                        "a column inserted before the table",
                        workbook -> workbook.getSheet(TableWorkbook.SHEET).shiftColumns(0, 10, 1),
                        "B2",
                        "delete the columns before it"),
                mistake(
                        "two sheets with a table",
                        workbook -> workbook.cloneSheet(0, "Table 2026"),
                        "Table and Table 2026",
                        "keep one of them"),
                mistake(
                        "grades of two rows merged over a third",
                        workbook -> {
                            cell(workbook, NEW_YORK, 1).setCellValue("US-NY");
                            workbook.getSheet(TableWorkbook.SHEET)
                                    .addMergedRegion(new CellRangeAddress(NEW_YORK, NEW_YORK + 1, 1, 1));
                        },
                        "US-NY"),
                mistake(
                        "an invisible character in a code",
                        workbook -> cell(workbook, NEW_YORK, 1).setCellValue("US\u200b-NY"),
                        "B8",
                        "U+200B"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsOneMessageAtItsCellWithWhatToDo(Consumer<XSSFWorkbook> mistake, List<String> words) {
        assertThat(errors(mistake)).singleElement().asString().contains(FILE).contains(words);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                mistake("nothing", workbook -> {}),
                mistake("a hidden older copy before it", workbook -> {
                    workbook.cloneSheet(0, "Old");
                    workbook.getSheet("Old").getRow(NEW_YORK).getCell(GRADE).setCellValue("LOW");
                    workbook.setSheetOrder("Old", 0);
                    workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
                    workbook.setActiveSheet(1);
                }),
                mistake("a sheet of notes before it", workbook -> {
                    workbook.createSheet("Notes")
                            .createRow(0)
                            .createCell(0)
                            .setCellValue("To be discussed on Monday: New York");
                    workbook.setSheetOrder("Notes", 0);
                }),
                mistake("formats down to row 5,000", workbook -> {
                    CellStyle style = format(workbook, "@");
                    for (int row = workbook.getSheet(TableWorkbook.SHEET).getLastRowNum() + 1; row < 5_000; row++) {
                        workbook.getSheet(TableWorkbook.SHEET)
                                .createRow(row)
                                .createCell(3)
                                .setCellStyle(style);
                    }
                }),
                mistake(
                        "blanks far below",
                        workbook -> workbook.getSheet(TableWorkbook.SHEET)
                                .createRow(4_000)
                                .createCell(2)
                                .setCellValue("\u00a0 ")),
                mistake("blanks around values", workbook -> {
                    cell(workbook, NEW_YORK, GRADE).setCellValue(" HIGH\u00a0");
                    cell(workbook, NEW_YORK, 1).setCellValue("US-NY ");
                }),
                mistake(
                        "a merged title",
                        workbook -> workbook.getSheet(TableWorkbook.SHEET)
                                .addMergedRegion(new CellRangeAddress(0, 0, 1, 3))));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void whatItsReaderDoesNotSeeChangesNothing(Consumer<XSSFWorkbook> mistake, List<String> words) {
        assertThat(words).isEmpty();
        try (Rulebook rulebook = RulebookReader.interpret(with(mistake))) {
            assertThat(rulebook.problems()).noneMatch(problem -> problem.severity() == Severity.ERROR);
            assertThat(grades(rulebook)).isEqualTo(grades(ShippedRules.rulebook()));
        }
    }

    /** The rows of the regulation table by their rules, each with the last argument of its consequences. */
    private static List<String> grades(Rulebook rulebook) {
        return rulebook.contents().grading().stream()
                .map(rule -> rule.id()
                        + rule.consequences().stream()
                                .map(consequence -> consequence
                                        .arguments()
                                        .get(consequence.arguments().size() - 1)
                                        .text())
                                .toList())
                .toList();
    }

    @Test
    void aNumberInACellForDollarsIsTheTax() {
        assertThat(errors(workbook -> cell(workbook, NEW_YORK, TAX).setCellValue(0.02)))
                .noneMatch(error -> error.contains("table-syntax"));
    }
}
