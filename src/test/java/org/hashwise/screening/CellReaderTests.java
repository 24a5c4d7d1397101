package org.hashwise.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.screening.ScreeningFiles.CONTEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetCell.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell means the same whatever cells of its column were read before it. */
class CellReaderTests {

    private static final List<String> TEXTS = List.of(
            "1,234",
            "1.234",
            "1.234",
            "0.35",
            "35",
            "35 %",
            "$35",
            "true",
            "n/a",
            "",
            "abc",
            "abc",
            "US-TX",
            "Texas",
            "TX 60 %, NO 40 %",
            "TX 60 %, NO 30 %",
            "Fixed price",
            "FIXED",
            "46000",
            "-1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "treasury.cashUsd",
                "treasury.pledgedPercent",
                "mining.hashrateEh",
                "power.contract",
                "company.listed",
                "regulation.jurisdictions"
            })
    void aCellIsReadAsByAReaderThatHasReadNoOther(String id) {
        CellReader used = reader(id);

        for (int round = 0; round < 2; round++) {
            for (String text : TEXTS) {
                for (CellType kind : List.of(CellType.TEXT, CellType.FORMULA, CellType.ERROR, CellType.YESNO)) {
                    assertReadAnew(used, id, new SheetCell(text, kind));
                }
            }
            for (String number : List.of("0.35", "35", "46000", "-1")) {
                for (CellType kind : List.of(CellType.DATE, CellType.NUMBER, CellType.PERCENT)) {
                    assertReadAnew(used, id, new SheetCell(number, kind));
                }
            }
        }
    }

    private static void assertReadAnew(CellReader used, String id, SheetCell cell) {
        for (NumberConvention numbers : NumberConvention.values()) {
            List<ErrorItem> errors = new ArrayList<>();
            List<ErrorItem> expectedErrors = new ArrayList<>();

            Object value = used.read(cell, numbers, CONTEXT, errors);

            assertThat(value)
                    .as("%s %s", cell, numbers)
                    .isEqualTo(reader(id).read(cell, numbers, CONTEXT, expectedErrors));
            assertThat(errors).as("%s %s", cell, numbers).isEqualTo(expectedErrors);
        }
    }

    @Test
    void anyNumberOfDifferentCellsIsRead() {
        CellReader reader = reader("power.energizedMw");
        List<ErrorItem> errors = new ArrayList<>();

        for (int round = 0; round < 2; round++) {
            for (int number = 1; number <= 2_000; number++) {
                assertThat(reader.read(SheetCell.text(String.valueOf(number)), NumberConvention.POINT, CONTEXT, errors))
                        .isEqualTo((double) number);
            }
        }
        assertThat(errors).isEmpty();
    }

    private static CellReader reader(String id) {
        Column column = ScreeningFiles.columns().of(List.of(id), Map.of()).get(0);
        Question question = CONTEXT.questionnaire().question(id).orElseThrow();
        return new CellReader(column, question, Language.EN);
    }
}
