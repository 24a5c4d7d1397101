package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes of people who edit the files with spreadsheets and text editors: one message each, with what to type instead. */
class EditedFilesTests {

    private static final String TABLE = "policy/regulation/regulation.csv";
    private static final String RULES = "policy/sample/sample.drl";
    private static final String THRESHOLDS = "parameters/sample.yaml";

    private static RulebookFiles shipped(String file, String piece, String replacement) {
        String text = ShippedRules.files().text(file);
        assertThat(text).contains(piece);
        return ShippedRules.files().with(file, text.replace(piece, replacement).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"HIGH\",\"HIGH\",\"HIGH\",\"NY-S8518\" | HIGH,HIGH,HIGH,0,02 | more cells than the table has columns",
                "\"US-NY\",\"New York\" | \"US-NY\",\"TRUE\" | a text is due here, not TRUE",
                "\"US-NY\",\"New York\" | \"US-NY\",\"45931\" | a text is due here, not 45931",
                "\"HIGH\",\"HIGH\",\"HIGH\",\"NY-S8518\" | \"HIGH\",\"\",\"HIGH\",\"NY-S8518\" | the grade is missing",
                "\"HIGH\",\"HIGH\",\"HIGH\",\"NY-S8518\" | \"HIGH\",\"HIGH\",\"HIGH\",\"0,02\" | write 0.02",
                "\"HIGH\",\"HIGH\",\"HIGH\",\"NY-S8518\" | \"HIGH\",\"HIGH\",\"HIGH\",\"2 ct\" | write 0.02",
                "\"Lieu\" | \"Place\" | the column Place is there twice, first as column C"
            })
    void aMistakeInATableIsNamedAtItsCell(String piece, String replacement, String message) {
        assertThat(SampleRules.errors(shipped(TABLE, piece, replacement)))
                .anySatisfy(error -> assertThat(error).contains(TABLE, message))
                .hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {", | ; | semicolons", ", | \t | tabs"})
    void aTableWithOtherSeparatorsIsRefusedByOneMessage(String comma, String separator, String message) {
        String text =
                ShippedRules.files().text(TABLE).replace("\",\"", "\"" + (message.equals("tabs") ? "\t" : ";") + "\"");
        List<String> errors =
                SampleRules.errors(ShippedRules.files().with(TABLE, text.getBytes(StandardCharsets.UTF_8)));
        assertThat(errors)
                .hasSizeLessThanOrEqualTo(2)
                .anySatisfy(error -> assertThat(error).contains(message));
    }

    @ParameterizedTest
    @CsvSource({"1 GW", "59.8k", "20 USD/MWh", "€0.02", "5 M$"})
    void aNumberInAnotherSizeOrCurrencyIsNotSuggestedAsItStands(String typed) {
        List<String> errors = SampleRules.errors(SampleRules.edited(THRESHOLDS, "value: 50", "value: " + typed));
        assertThat(errors)
                .singleElement()
                .asString()
                .contains(THRESHOLDS, "a number such as")
                .doesNotContain("write");
    }

    @ParameterizedTest
    @CsvSource({"'59,800'", "59 800", "59.8k", "soon"})
    void aMarketValueThatIsNoNumberIsOneMessage(String typed) {
        assertThat(SampleRules.errors(shipped("market/2026-11-25.yaml", "value: 59800", "value: " + typed)))
                .singleElement()
                .asString()
                .contains("market/2026-11-25.yaml", "wrong-type");
    }

    /** A table as spreadsheets save it where the comma is the decimal sign. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`sep=;\r\n` | ; | UTF-8 | sep=;",
                "`\"sep=;\"\n` | ; | UTF-8 | sep=;",
                "`sep=,\n` | , | UTF-8 | sep=",
                "`\ufeff` | ; | UTF-8 | semicolons",
                "`` | ; | UTF-8 | semicolons",
                "`\ufeff` | `\t` | UTF-16LE | save it as UTF-8",
                "`\ufeff` | ; | UTF-16BE | save it as UTF-8",
                "`` | `\t` | UTF-8 | tabs",
                "`` | ; | windows-1252 | UTF-8"
            })
    void aTableOfASpreadsheetWithDecimalCommasIsRefusedByOneMessageThatSaysHowToSaveIt(
            String start, String separator, String charset, String message) {
        String text = ShippedRules.files()
                .text(TABLE)
                .replace("\",\"", "\"" + separator + "\"")
                .replace("\"NY-S8518\"", "0,02")
                .lines()
                .collect(java.util.stream.Collectors.joining("\r\n"));
        byte[] saved = (start + text).getBytes(java.nio.charset.Charset.forName(charset));

        assertThat(SampleRules.check(ShippedRules.files().with(TABLE, saved)))
                .filteredOn(problem ->
                        problem.severity() == Severity.ERROR && problem.code() != RulebookProblem.Code.HELD_BACK)
                .singleElement()
                .asString()
                .contains(TABLE, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,5 | write 1.5",
                "1,000 | write 1000 or 1",
                "１００ | write 100",
                "١٠٠ | write 100",
                "1 000 | write 1000",
                "25 % | write 25",
                ".05 | write 0.05",
                "\"100\" | write 100",
                "100 MW | write 100",
                "$0.02 | write 0.02",
                "2 ct | write 0.02",
                "2 c/kWh | write 0.02"
            })
    void aThresholdThatIsNoPlainNumberIsToldHowToWriteIt(String typed, String message) {
        List<String> errors = SampleRules.errors(SampleRules.edited(THRESHOLDS, "value: 50", "value: " + typed));
        assertThat(errors).singleElement().asString().contains(THRESHOLDS, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "≥ | write >=",
                "⩾ | write >=",
                "≦ | write <=",
                "≠ | write !=",
                "= | write ==",
                "<> | write !=",
                "\u00a0\u2265 | U+00A0"
            })
    void aSignThatTheLanguageDoesNotHaveIsToldByThePlainOne(String sign, String message) {
        List<String> errors = SampleRules.errors(
                SampleRules.edited(RULES, "waterMw < Thresholds.wetMw )", "waterMw " + sign + " Thresholds.wetMw )"));
        assertThat(errors).anySatisfy(error -> assertThat(error).contains(RULES, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "market/2026-11-08.yaml | value: 75850 | value: 758500 | implausible-jump",
                "market/2026-11-25.yaml | asOf: 2026-11-25 | asOf: 2062-11-25 | future-date",
                "parameters/power-access.yaml | date: 2026-05-06 | date: 2035-05-06 | future-date",
                "parameters/power-access.yaml | 2024-06 to 2026-05 | 2024-06 to 2035-05 | future-date"
            })
    void aValueOrADateThatCannotBeRightIsWarnedAboutInItsFile(
            String file, String piece, String replacement, String code) {
        assertThat(SampleRules.check(shipped(file, piece, replacement)))
                .filteredOn(problem -> problem.codeName().equals(code))
                .isNotEmpty()
                .allMatch(problem -> problem.severity() == Severity.WARNING)
                .anyMatch(problem -> problem.file().equals(file) && problem.line() > 0);
        assertThat(SampleRules.check(ShippedRules.files()))
                .noneMatch(problem ->
                        problem.codeName().equals(code) && problem.file().equals(file));
    }

    @ParameterizedTest
    @CsvSource({"\u200b, U+200B", "\u00ad, U+00AD", "\ufeff, U+FEFF"})
    void aCharacterThatCannotBeSeenIsNamedByItsCodePoint(String character, String shown) {
        List<String> errors = SampleRules.errors(SampleRules.edited(THRESHOLDS, "dampMw", "damp" + character + "Mw"));
        assertThat(errors.get(0)).contains("forbidden-character", THRESHOLDS, shown);
    }

    @Test
    void aTextThatACommaCutsIsRefused() {
        assertThat(SampleRules.errors(SampleRules.edited(
                        THRESHOLDS, "meaning: { en: \"Wet from here.\",", "meaning: { en: Wet from here, live today,")))
                .singleElement()
                .asString()
                .contains("unknown-key", "double quotes");
    }

    @ParameterizedTest
    @CsvSource({"Copy of regulation.csv", "regulation (1).csv", "regulation - Copy.csv"})
    void aCopyThatASpreadsheetLeftIsRefusedAlone(String name) {
        RulebookFiles files = ShippedRules.files()
                .with(
                        "policy/regulation/" + name,
                        ShippedRules.files().text(TABLE).getBytes(StandardCharsets.UTF_8));
        assertThat(SampleRules.errors(files)).singleElement().asString().contains("leftover-file", name, "delete it");
    }

    @ParameterizedTest
    @CsvSource({"regulation_old.csv", "regulation - Kopie.csv", "regulation 2.csv"})
    void aCopyUnderAnyNameIsRefusedAlone(String name) {
        RulebookFiles files = ShippedRules.files()
                .with(
                        "policy/regulation/" + name,
                        ShippedRules.files().text(TABLE).getBytes(StandardCharsets.UTF_8));
        assertThat(SampleRules.errors(files))
                .singleElement()
                .asString()
                .startsWith("policy/regulation/" + name)
                .contains("copied-file", "delete the one that is not meant");
    }

    @Test
    void blankRowsAreNoRows() {
        String text = ShippedRules.files().text(TABLE) + "\"\u00a0\",\"\",,,,,,,,,\n" + ",,,,,,,,,,\n".repeat(4000);
        assertThat(SampleRules.errors(ShippedRules.files().with(TABLE, text.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void aTableWithoutRowsAndOneInAnotherEncodingAreOneMessageEach() {
        String text = ShippedRules.files().text(TABLE);
        String headings = text.lines().limit(6).collect(java.util.stream.Collectors.joining("\n"));
        assertThat(SampleRules.errors(ShippedRules.files().with(TABLE, headings.getBytes(StandardCharsets.UTF_8))))
                .hasSize(2)
                .first()
                .asString()
                .contains("the table has headings but no rows");
        assertThat(SampleRules.errors(ShippedRules.files().with(TABLE, text.getBytes(StandardCharsets.UTF_16))))
                .hasSize(2)
                .first()
                .asString()
                .contains("save it as UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "questions/power.yaml | id: power.priceUsdPerKwh | id: power.priceUsdPerKwh\u00a0 | bad-name",
                "parameters/power-access.yaml | name: largeSiteMw | name: large SiteMw | bad-name",
                "parameters/power-access.yaml | value: 100 | value: 1,5 | write 1.5",
                "parameters/power-access.yaml | value: 100 | value: - | yaml-syntax",
                "policy/power-access/power-access.drl | \"POWER-01 | \"POWÉR-01 | bad-rule-id",
                "questions/power.yaml | unit: USD/kWh | unit: USD/MWh | unit-mismatch",
                "questions/treasury.yaml | range: [0, 21000000] | range: [0, 1] | range-too-narrow"
            })
    void whatOnlyFollowsFromAMistakeIsHeldBackAndCounted(String file, String piece, String replacement, String code) {
        List<String> errors = SampleRules.errors(shipped(file, piece, replacement));
        assertThat(errors).hasSizeLessThanOrEqualTo(2).first().asString().contains(file, code);
    }

    @Test
    void aFolderWithoutRulesIsToldAsSuch() {
        assertThat(SampleRules.errors(new RulebookFiles(java.util.Map.of("notes.md", new byte[0]))))
                .singleElement()
                .asString()
                .contains("this is no folder of rules");
    }

    @Test
    void leftoversOfEditorsAreIgnored(@TempDir Path folder) throws IOException {
        SmallRules.write(SmallRules.edition(100), folder);
        for (String name :
                List.of("power-access.drl~", "power-access.drl.bak", "Thumbs.db", ".DS_Store", ".~lock.x.csv#")) {
            Files.writeString(folder.resolve("policy/power-access").resolve(name), "x");
        }
        RulebookFiles files = RulebookFiles.in(folder);
        assertThat(files.fingerprint()).isEqualTo(SmallRules.edition(100).fingerprint());
        assertThat(files.unread()).isEmpty();
    }

    @Test
    void aReleaseFolderBehindALinkIsReadAndItsLinkedFilesToo(@TempDir Path folder) throws IOException {
        Path release = Files.createDirectories(folder.resolve("releases/1"));
        SmallRules.write(SmallRules.edition(100), release);
        Path rules = Files.createSymbolicLink(folder.resolve("rules"), release);
        assertThat(RulebookFiles.in(rules).fingerprint())
                .isEqualTo(SmallRules.edition(100).fingerprint());

        Path mounted = Files.createDirectories(folder.resolve("mounted"));
        Path data = Files.createDirectories(mounted.resolve("..data"));
        SmallRules.write(SmallRules.edition(100), data);
        for (String name : List.of("questions", "parameters", "policy", "strategies", "market")) {
            Files.createSymbolicLink(mounted.resolve(name), data.resolve(name));
        }
        RulebookFiles files = RulebookFiles.in(mounted);
        assertThat(files.unread()).isEmpty();
        assertThat(files.fingerprint()).isEqualTo(SmallRules.edition(100).fingerprint());
    }

    @Test
    void theFolderAboveTheRulesIsNotTakenForThem(@TempDir Path folder) {
        SmallRules.write(SmallRules.edition(100), createIn(folder));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> RulebookFiles.in(folder))
                .hasMessageContaining("did you mean " + folder.resolve("rules"));
    }

    private static Path createIn(Path folder) {
        try {
            return Files.createDirectories(folder.resolve("rules"));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
