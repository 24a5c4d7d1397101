package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import org.hashwise.advice.Warning;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTests {

    private final Wording wording = new Wording(SmallRulesSlice.consultation(), "templates");

    @ParameterizedTest
    @EnumSource
    void everyProblemHasASentenceInEveryLanguage(Code code) {
        Problem problem = new Problem("mining.hashrateEh", "?", code, List.of("a", "b", "c", "d"), "");

        for (Language language : Language.values()) {
            assertThat(wording.problem(problem, language)).isNotBlank().doesNotContain("{", "problem.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWarningHasASentenceInEveryLanguage(Warning.Code code) {
        Warning warning = new Warning(code, null, List.of("a", "b"));

        for (Language language : Language.values()) {
            assertThat(wording.warning(warning, language)).isNotBlank().doesNotContain("{", "warning.");
        }
    }

    @Test
    void numbersAndUnitsAreWrittenInTheReadersFormat() {
        Problem problem = new Problem("x", 1, Code.OUT_OF_RANGE, List.of(0.5, 10_000.0, "MW"), "");

        assertThat(wording.problem(problem, Language.EN)).isEqualTo("Enter a value from 0.5 to 10,000 MW.");
        assertThat(wording.problem(problem, Language.FR))
                .isEqualTo("Saisissez une valeur comprise entre 0,5 et 10\u202f000 MW.");
    }

    @Test
    void aChangeHasNoMoreDecimalsThanAPageShowsUnlessBothValuesWouldLookAlike() {
        String id = "power.energizedMw";

        assertThat(wording.change(id, new Answer.Number(40), new Answer.Number(35.123456), Language.EN))
                .contains("35.1 MW");
        assertThat(wording.change(id, new Answer.Number(40), new Answer.Number(1234.567), Language.FR))
                .containsPattern("1\\h235\\hMW");
        assertThat(wording.change(id, new Answer.Number(35.12), new Answer.Number(35.123456), Language.EN))
                .contains("35.123456 MW");
    }

    @Test
    void withoutUnitThePlainSentenceIsUsed() {
        assertThat(wording.problem(new Problem("x", 1, Code.NOT_A_NUMBER, List.of(""), ""), Language.EN))
                .isEqualTo("Enter a number.");
    }

    @Test
    void aSentenceForOneIdWins() {
        assertThat(wording.problem(new Problem("company", 1, Code.WRONG_TYPE, List.of(), ""), Language.EN))
                .isEqualTo("The name of the company must be text.");
    }

    @Test
    void aMinusIsNoHyphen() {
        assertThat(wording.warning(new Warning(Warning.Code.WEAK_LEAD, null, List.of(-2.0)), Language.EN))
                .contains("(score −2)");
    }

    @Test
    void datesAreWrittenOut() {
        Warning warning = new Warning(Warning.Code.MARKET_STALE, null, List.of(LocalDate.of(2025, 11, 30), 92));

        assertThat(wording.warning(warning, Language.EN)).contains("30 November 2025", "92 days");
        assertThat(wording.warning(warning, Language.FR)).contains("30 novembre 2025", "92 jours");
    }

    @Test
    void idsOfQuestionsAreShownAsTheirLabels() {
        Warning warning =
                new Warning(Warning.Code.ANSWERS_CONTRADICT, null, List.of("power.energizedMw", "mining.hashrateEh"));

        assertThat(wording.warning(warning, Language.EN)).contains("“Energised power”", "“Own hashrate”");
    }

    @Test
    void listsAreJoined() {
        Problem problem = new Problem("x", 1, Code.UNKNOWN_CHOICE, List.of(List.of("FIXED", "HEDGED")), "");

        assertThat(wording.problem(problem, Language.EN)).endsWith("FIXED, HEDGED.");
    }

    @Test
    void messagesOfTheFolderWinOverThoseOfTheProgram(@TempDir Path templates) throws IOException {
        Files.createDirectories(templates.resolve("messages"));
        Files.writeString(templates.resolve("messages/problems_fr.properties"), "problem.UNKNOWN_ID = Hein\u202f?");
        Wording edited = new Wording(SmallRulesSlice.consultation(), templates.toString());
        Problem problem = new Problem("x", 1, Code.UNKNOWN_ID, List.of(), "");

        assertThat(edited.problem(problem, Language.FR)).isEqualTo("Hein\u202f?");
        assertThat(edited.problem(problem, Language.EN)).isEqualTo("There is no question with this id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems", "api"})
    void bothLanguagesHaveTheSameKeys(String bundle) throws IOException {
        assertThat(keys(bundle, "fr")).isEqualTo(keys(bundle, "en"));
    }

    private static java.util.Set<Object> keys(String bundle, String language) throws IOException {
        Properties properties = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("templates/messages", bundle + "_" + language + ".properties"))) {
            properties.load(reader);
        }
        return properties.keySet();
    }
}
