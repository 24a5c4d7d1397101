package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hashwise.economics.JurisdictionGrade.Grade;
import org.hashwise.rulebook.RulebookEdit.EvidenceWeight;
import org.hashwise.rulebook.RulebookEdit.PlaceGrade;
import org.hashwise.rulebook.files.Spreadsheets;
import org.hashwise.rulebook.model.EditNote;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.UnifiedDiff;
import org.junit.jupiter.api.Test;

/** Edits of one weight or grade in the text of a file. */
class RulebookEditTests {

    private static final String BANDS = "policy/sample/bands.csv";
    private static final String WORKBOOK = TableWorkbook.path(BANDS);
    private static final Rulebook RULEBOOK = RulebookReader.interpret(SampleRules.asTheyAre());
    private static final EditNote NOTE = new EditNote("anna", SampleRules.TODAY, "prices, and \"hedges\", fell");

    private static List<String> changes(RulebookEdit edit, Optional<EditNote> note) {
        RulebookFiles edited = edit.in(RULEBOOK.files(), RULEBOOK, note).orElseThrow();
        assertThat(SampleRules.check(edited))
                .extracting(problem -> problem.code().name())
                .doesNotContain("TABLE_SYNTAX", "UNKNOWN_VALUE");
        return UnifiedDiff.of(RULEBOOK.files(), edited).stream()
                .filter(line -> line.matches("[+](?![+]{2} ).*"))
                .toList();
    }

    @Test
    void aWeightInADecisionTableIsChangedInItsCell() {
        assertThat(changes(new EvidenceWeight("BAND-02", 0, 3), Optional.empty()))
                .singleElement()
                .asString()
                .contains("\"STRONG\",\"courant usuel\"");
    }

    @Test
    void aTableHasNoCommentsSoTheNoteIsAddedToTheSourceOfTheRow() {
        assertThat(changes(new EvidenceWeight("BAND-02", 0, 3), Optional.of(NOTE)))
                .singleElement()
                .asString()
                .endsWith("\"judgement: a sample; 2025-12-01, anna: STRONG instead of MEDIUM: prices, and 'hedges',"
                        + " fell\"");
    }

    @Test
    void theGradeOfAPlaceIsChangedInItsRow() {
        String place = RULEBOOK.contents().grading().get(0).id();
        Grade other = RULEBOOK.contents()
                        .grading()
                        .get(0)
                        .consequences()
                        .get(0)
                        .arguments()
                        .get(1)
                        .text()
                        .equals("HIGH")
                ? Grade.LOW
                : Grade.HIGH;

        assertThat(changes(new PlaceGrade(place, 0, other), Optional.of(NOTE)))
                .singleElement()
                .asString()
                .contains("\"" + place, other.name(), "anna: " + other.name() + " instead of");
    }

    /** The bands as a workbook with a second sheet, and with a cell in a format of its own. */
    private static Rulebook workbook(Consumer<XSSFSheet> more) {
        return RulebookReader.interpret(TableWorkbook.in(SampleRules.asTheyAre(), BANDS, workbook -> {
            workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("<as agreed> & signed");
            CellStyle bold = workbook.createCellStyle();
            XSSFFont font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            XSSFSheet table = workbook.getSheet(TableWorkbook.SHEET);
            table.getRow(7).getCell(4).setCellStyle(bold);
            more.accept(table);
        }));
    }

    @Test
    void aWeightInAWorkbookIsChangedInItsCellAndAllElseStays() throws IOException {
        Rulebook rulebook = workbook(sheet -> {});

        RulebookFiles edited = new EvidenceWeight("BAND-02", 0, 3)
                .in(rulebook.files(), rulebook, Optional.of(NOTE))
                .orElseThrow();

        assertThat(UnifiedDiff.paths(rulebook.files(), edited)).containsExactly(WORKBOOK);
        assertThat(Spreadsheets.difference(rulebook.files(), edited, WORKBOOK))
                .containsExactly(
                        "@@ E8 @@",
                        "-MEDIUM",
                        "+STRONG",
                        "@@ I8 @@",
                        "-judgement: a sample",
                        "+judgement: a sample; 2025-12-01, anna: STRONG instead of MEDIUM: prices, and 'hedges', fell");
        try (XSSFWorkbook read =
                new XSSFWorkbook(new ByteArrayInputStream(edited.contentByPath().get(WORKBOOK)))) {
            assertThat(read.getSheet("Notes").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("<as agreed> & signed");
            assertThat(read.getSheet(TableWorkbook.SHEET).getRow(7).getCell(4).getStringCellValue())
                    .isEqualTo("STRONG");
            assertThat(read.getSheet(TableWorkbook.SHEET)
                            .getRow(7)
                            .getCell(4)
                            .getCellStyle()
                            .getFont()
                            .getBold())
                    .isTrue();
        }
        assertThat(RulebookReader.interpret(edited).contents().policy())
                .filteredOn(rule -> rule.id().equals("BAND-02"))
                .singleElement()
                .satisfies(rule -> assertThat(
                                rule.consequences().get(0).arguments().get(1).text())
                        .isEqualTo("STRONG"));
    }

    @Test
    void aCellOfAWorkbookThatIsMergedWithOthersIsNotEdited() {
        Rulebook rulebook = workbook(sheet -> sheet.addMergedRegion(new CellRangeAddress(7, 8, 4, 4)));

        assertThat(new EvidenceWeight("BAND-02", 0, 3).in(rulebook.files(), rulebook, Optional.empty()))
                .isEmpty();
        assertThat(new EvidenceWeight("BAND-03", 0, 1).in(rulebook.files(), rulebook, Optional.empty()))
                .isEmpty();
        assertThat(new EvidenceWeight("BAND-01", 0, 2).in(rulebook.files(), rulebook, Optional.empty()))
                .isPresent();
    }

    @Test
    void whatIsNotThereIsNotEdited() {
        for (RulebookEdit edit : List.of(
                new EvidenceWeight("BAND-02", 0, 4),
                new EvidenceWeight("BAND-02", 1, 1),
                new EvidenceWeight("BAND-99", 0, 1),
                new PlaceGrade("BAND-02", 0, Grade.LOW))) {
            assertThat(edit.in(RULEBOOK.files(), RULEBOOK, Optional.empty())).isEmpty();
        }
    }

    @Test
    void theFileOfTheTableStaysAsItIsElsewhere() {
        RulebookFiles edited = new EvidenceWeight("BAND-01", 0, 2)
                .in(RULEBOOK.files(), RULEBOOK, Optional.empty())
                .orElseThrow();
        assertThat(UnifiedDiff.paths(RULEBOOK.files(), edited)).containsExactly(BANDS);
        assertThat(edited.text(BANDS)).isEqualTo(RULEBOOK.files().text(BANDS).replace("\"WEAK\"", "\"MEDIUM\""));
    }
}
