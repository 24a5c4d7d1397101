package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.hashwise.questionnaire.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTests {

    @ParameterizedTest
    @CsvSource({"1.0E7, 10000000", "50, 50", "0.05, 0.05", "-0.0, 0", "1.0E-5, 0.00001"})
    void numbersHaveNoExponents(double number, String written) {
        assertThat(Sentences.word(number)).isEqualTo(written);
    }

    @Test
    void sharesAreWrittenAsInAFile() {
        assertThat(Sentences.word(new TreeMap<>(Map.of("US-NY", 50.0, "PY", 10.0))))
                .isEqualTo("{ PY: 10, US-NY: 50 }");
    }

    /** Answers in files are read like those of a company; what only a request can have wrong is not among them. */
    @ParameterizedTest
    @EnumSource(
            value = Problem.Code.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "UNKNOWN_FIELD",
                "NOT_A_DATE",
                "BEFORE_FIRST_SNAPSHOT",
                "UNKNOWN_LANGUAGE",
                "DUPLICATE",
                "DUPLICATE_PLACE",
                "TOO_LONG",
                "CONTROL_CHARACTERS",
                "OVER_LIMIT",
                "NOT_A_WHOLE_NUMBER",
                "MISSING",
                "NOT_NUMERIC",
                "NOT_A_RANGE",
                "RANGE_REVERSED",
                "NOT_DIFFERENT",
                "UNKNOWN_RULE"
            })
    void everyProblemOfAnAnswerHasWords(Problem.Code code) {
        assertThat(ResourceBundle.getBundle("org.hashwise.rulebook.problems", Locale.ROOT)
                        .containsKey("answer." + code))
                .isTrue();
    }
}
