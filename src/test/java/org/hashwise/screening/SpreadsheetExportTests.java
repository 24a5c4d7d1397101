package org.hashwise.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hashwise.screening.ScreeningFiles.WORDING;
import static org.hashwise.screening.ScreeningFiles.columns;
import static org.hashwise.screening.ScreeningFiles.csv;
import static org.hashwise.screening.ScreeningFiles.outcomes;
import static org.hashwise.screening.ScreeningFiles.quick;
import static org.hashwise.screening.ScreeningFiles.written;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** CSV files as spreadsheet programs of several countries export them: character sets, separators, numbers, titles and totals. */
class SpreadsheetExportTests {

    private static final String MARK = "\uFEFF";

    private static FileCheck check(String table) throws Exception {
        return check(table.getBytes(StandardCharsets.UTF_8), Language.EN);
    }

    private static FileCheck check(byte[] table, Language language) throws Exception {
        return ScreeningFiles.check(Table.csv(new ByteArrayInputStream(table), null, language));
    }

    private static FileCheck.Form form(FileCheck check) {
        return Objects.requireNonNull(check.form());
    }

    private static List<CompanyRow> rows(RowSource source) throws IOException {
        List<CompanyRow> rows = new ArrayList<>();
        for (SourceRow row = source.next(); row != null; row = source.next()) {
            rows.add(row.read(ScreeningFiles.CONTEXT));
        }
        return rows;
    }

    private static double number(CompanyRow row, String id) {
        assertThat(row.errors()).isEmpty();
        Answer answer = Objects.requireNonNull(row.request()).answers().get(id).orElseThrow();
        return ((Answer.Number) answer).value();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', UTF-8",
        "UTF-8, mark, UTF-8",
        "UTF-16LE, mark, UTF-16LE",
        "UTF-16BE, mark, UTF-16BE",
        "windows-1252, '', windows-1252"
    })
    void theCharacterSetIsFoundAlsoIfItShowsOnlyFarDown(String charset, String mark, String found) throws Exception {
        String table =
                "company;Energised power\n" + ("P" + "lain".repeat(20) + ";40\n").repeat(2_000) + "Élan – Società;50\n";
        byte[] bytes = ((mark.isEmpty() ? "" : MARK) + table).getBytes(Charset.forName(charset));

        List<CompanyRow> rows = rows(csv(bytes));

        assertThat(rows).hasSize(2_001).allMatch(row -> row.errors().isEmpty());
        assertThat(rows.get(2_000).company()).isEqualTo("Élan – Società");
        FileCheck.Form form = form(check(bytes, Language.EN));
        assertThat(form.encoding()).isEqualTo(found);
        assertThat(form.hasAssumedEncoding()).isEqualTo(found.equals("windows-1252"));
    }

    @Test
    void aNameInAnotherCharacterSetThanTheRestIsRefusedByRowAndColumn() throws Exception {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes("Energised power,company\n40,Élan\n".getBytes(StandardCharsets.UTF_8));
        table.writeBytes("50,Société\n".getBytes(Charset.forName("windows-1252")));

        JsonNode line = outcomes(csv(table.toByteArray())).get(1);

        assertThat(line.path("line").asInt()).isEqualTo(3);
        assertThat(line.at("/errors/0/column").asInt()).isEqualTo(2);
        assertThat(line.at("/errors/0/problem").asString()).contains("UTF-8");
    }

    @Test
    void aCharacterThatIsCutOffBetweenTwoPacketsIsRead() throws Exception {
        byte[] table = "company;Energised power\nÉlan–€;40\n".getBytes(StandardCharsets.UTF_8);
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(table)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(1, length));
            }
        };

        try (RowSource rows = TableSource.of(Table.csv(slow, null, Language.EN), columns(), Map.of(), false)) {
            assertThat(rows(rows))
                    .singleElement()
                    .satisfies(row -> assertThat(row.company()).isEqualTo("Élan–€"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "'Portfolio overview, Q3 2026, draft\n\ncompany;Cash (USD m);Energised power\nA;1,5;40,5\n' # ; # 3",
                "'Portfolio;;\nin USD m;;\n;;\ncompany;Cash (USD m);Energised power\nA;1,5;40,5\n' # ; # 4",
                "'company;\"Cash; net, of what\";Energised power\nA;1,5;40,5\n' # ; # 1",
                "'\"Company, legal name\";Cash (USD m);Energised power\n\"A, B, C\";1,5;40,5\n' # ; # 1",
                "'Name,Jurisdictions,Energised power\nA,Texas 60; Norway 40,40.5\n' # , # 1",
                "'company\tCash (USD m)\tEnergised power\nA\t1,5\t40,5\n' # '\t' # 1",
                "'company|Cash (USD m)|Energised power\nA|1,5|40,5\n' # | # 1",
                "'company;Cash (USD m);Energised power;Debt\nA;1,5;40,5\n' # ; # 1"
            })
    void separatorAndHeadersAreFoundBehindTitlesAndBesideDecimalCommas(String table, String separator, long line)
            throws Exception {
        FileCheck check = check(table);

        assertThat(form(check).separator()).isEqualTo(separator);
        assertThat(form(check).headerLine()).isEqualTo(line);
        assertThat(check.rows()).isEqualTo(1);
        assertThat(Objects.requireNonNull(check.columns())
                        .get(check.columns().size() > 2 ? 2 : 1)
                        .id())
                .isEqualTo("power.energizedMw");
    }

    @Test
    void rowsOfWordsAreNotTakenForHeadersWhenTheFirstRowIsNotUnderstood() {
        assertThatThrownBy(() -> csv("what,who,how many\nlisted,Norway,40\n")).isInstanceOf(RefusedColumns.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                // another number of the file shows the decimal sign
                "0,05 # 1,234 # COMMA # 1.234",
                "0.05 # 1,234 # POINT # 1234",
                "1 234,5 # 1,234 # COMMA # 1.234",
                "1'234.5 # 1,234 # POINT # 1234",
                "1.234.567 # 1,234 # COMMA # 1.234",
                "1,234,567 # 1,234 # POINT # 1234"
            })
    void aNumberThatCanMeanTwoThingsIsUnderstoodByOthersEvenByLaterOnes(
            String other, String ambiguous, NumberConvention convention, double value) throws Exception {
        String header = "company;Cash;Energised power\n";
        String known = "B;" + other + ";40\n";
        String open = "A;;" + ambiguous + "\n";

        for (String table : List.of(header + known + open, header + open + known)) {
            List<CompanyRow> rows = rows(csv(table));
            CompanyRow row = rows.get(rows.get(0).company().equals("A") ? 0 : 1);
            assertThat(number(row, "power.energizedMw")).isEqualTo(value);
            assertThat(form(check(table)).numbers()).isEqualTo(convention);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void aNumberThatCanMeanTwoThingsIsRefusedWithBothWhenNothingShowsWhich(String separator) throws Exception {
        String table = "company;Cash;Energised power\nA;5000000;1,234\nB;6000000;1.234\n".replace(";", separator);

        FileCheck check = check(table);

        assertThat(form(check).numbers()).isEqualTo(NumberConvention.UNKNOWN);
        assertThat(check.problems())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.errors()).singleElement().satisfies(error -> {
                    assertThat(error.column()).isEqualTo(3);
                    assertThat(error.problem()).contains("1.234", "1234");
                }));
    }

    @Test
    void whereCommasSeparateAnEnglishNumberHasADecimalPoint() throws Exception {
        List<CompanyRow> rows = rows(csv("company,Energised power\nA,\"1,234\"\nB,1.234\n"));

        assertThat(number(rows.get(0), "power.energizedMw")).isEqualTo(1234);
        assertThat(number(rows.get(1), "power.energizedMw")).isEqualTo(1.234);
    }

    @Test
    void aFileWithBothDecimalSignsSaysSoAndItsOpenNumbersAreRefused() throws Exception {
        FileCheck check = check("company;Cash (USD m);Energised power\nA;1,5;40.5\nB;2;1,234\n");

        assertThat(form(check).numbers()).isEqualTo(NumberConvention.MIXED);
        assertThat(check.problems())
                .singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(3));
    }

    @Test
    void rowsAreHeldBackOnlyUpToABound() throws Exception {
        StringBuilder table = new StringBuilder("company;Energised power\n");
        table.append("A;1,234\n".repeat(1_500)).append("B;40,5\n");

        List<CompanyRow> rows = rows(csv(table.toString()));

        assertThat(rows.get(0).errors()).isNotEmpty();
        assertThat(rows.get(1_499).errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.35, 35", "'0,08', 8", "0.5, 50"})
    void aFractionInTheColumnOfAPercentageIsRefusedWithThePercentage(String cell, String percent) throws Exception {
        CompanyRow row = rows(csv("company;treasury.loanLtvPercent\nA;" + cell + "\nB;" + percent + "%\n"))
                .get(0);

        assertThat(row.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.suggestion()).isEqualTo(percent + " %"));
    }

    @Test
    void aSmallPercentageIsNoFraction() throws Exception {
        assertThat(number(rows(csv("company;mining.poolFeePercent\nA;0,5\n")).get(0), "mining.poolFeePercent"))
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Total", "TOTAL:", "Grand total", "Sous-total", "Total général", "Moyenne", "Average", "Somme"})
    void aRowOfTotalsIsRefusedAndNotAdvisedAsACompany(String name) throws Exception {
        CompanyRow row = rows(csv("company;Energised power\n" + name + ";80\n")).get(0);

        assertThat(row.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.column()).isEqualTo(1));
        assertThat(rows(csv("company;Energised power\n" + name + " Energies;80\n"))
                        .get(0)
                        .errors())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "46022, 2025-12-31",
        "31.12.2025, 2025-12-31",
        "31/12/2025, 2025-12-31",
        "12/31/2025, 2025-12-31",
        "2025-12-31, 2025-12-31"
    })
    void aDayIsReadAsSpreadsheetsWriteIt(String written, String day) throws Exception {
        CompanyRow row = rows(csv("company;Date;Energised power\nA;" + written + ";40\n"))
                .get(0);

        assertThat(row.errors()).isEmpty();
        assertThat(Objects.requireNonNull(row.request()).asOf()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/2026", "31.31.2026", "yesterday", "12"})
    void aDayThatCanMeanTwoOrNoneIsRefused(String written) throws Exception {
        assertThat(rows(csv("company;Date;Energised power\nA;" + written + ";40\n"))
                        .get(0)
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.column()).isEqualTo(2));
    }

    @Test
    void refusedRowsOfAnotherEncodingComeBackAsSpreadsheetsOpenThem() throws Exception {
        byte[] sent = "company;Trésorerie\nÉlan;beaucoup\n".getBytes(Charset.forName("windows-1252"));

        String refused = written(quick(), csv(sent), ScreeningFormat.CSV, true);
        String result = written(quick(), csv(sent), ScreeningFormat.CSV, false);

        assertThat(refused).startsWith(MARK + "hashwise.line;").contains(";Élan;beaucoup");
        assertThat(result).startsWith(MARK + "line;").contains("Élan");
        assertThat(check(refused.replace("beaucoup", "5")).refused()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "–", "n/a", "N/A", "n/d", "N/D", "n/c", "s.o.", "S.O.", "n.d.", "nc", "unknown", "inconnu"
            })
    void aCellThatSaysThatNothingIsKnownLeavesItsQuestionOpen(String written) throws Exception {
        CompanyRow row = rows(csv("company;Cash (USD m);Energised power\nA;" + written + ";40\n"))
                .get(0);

        assertThat(row.errors()).isEmpty();
        assertThat(Objects.requireNonNull(row.request()).answers().has("treasury.cashUsd"))
                .isFalse();
    }

    @Test
    void resultsAndRefusedRowsComeBackAsTheCallerWritesCsv() throws Exception {
        String sent = MARK + "company;Cash (USD m);Interest\nÉlan;12,5;7,5%\nB;-;(1,2)\n";

        String result = written(quick(), csv(sent), ScreeningFormat.CSV, false);
        String refused = written(quick(), csv(sent), ScreeningFormat.CSV, true);

        assertThat(result).startsWith(MARK + "line;id;company;");
        assertThat(refused).startsWith(MARK + "hashwise.line;").contains(";B;-;(1,2)");
        FileCheck again = check(refused.replace("(1,2)", "1,2"));
        assertThat(again.refused()).isZero();
        assertThat(form(again).separator()).isEqualTo(";");
        assertThat(written(quick(), csv("company\tEnergised power\nA\tmuch\n"), ScreeningFormat.CSV, true))
                .contains("\tA\tmuch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"'company,Energised power\nA,4\u00000\n' # 2", "'c\u0000o\u0000m\u0000p\u0000\n\u0000' # 1"})
    void aFileWithNulCharactersIsToldByItsLine(String table, long line) throws Exception {
        String problem;
        try {
            problem = outcomes(csv(table)).get(0).at("/errors/0/problem").asString();
        } catch (UnreadableFile unreadable) {
            problem = unreadable.sentence(WORDING, Language.EN);
        }
        assertThat(problem).contains("line " + line, "NUL", "UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1"})
    void aWorkbookUnderTheNameOfACsvFileIsRefusedAsSuch(String beginning) {
        byte[] bytes = (beginning + "\u0001\u0002\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> csv(bytes))
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        unreadable -> assertThat(unreadable.key()).isEqualTo("workbook-as-text"));
    }
}
