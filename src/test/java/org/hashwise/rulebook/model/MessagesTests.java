package org.hashwise.rulebook.model;

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

class MessagesTests {

    @ParameterizedTest
    @CsvSource({"1.0E7, 10000000", "50, 50", "0.05, 0.05", "-0.0, 0", "1.0E-5, 0.00001"})
    void numbersHaveNoExponents(double number, String written) {
        assertThat(Messages.word(number)).isEqualTo(written);
    }

    @Test
    void sharesAreWrittenAsInAFile() {
        assertThat(Messages.word(new TreeMap<>(Map.of("US-NY", 50.0, "PY", 10.0))))
                .isEqualTo("{ PY: 10, US-NY: 50 }");
    }

    /** Answers in files are read like those of a company; what only a request can have wrong is not among them. */
    @ParameterizedTest
    @EnumSource(
            value = Problem.Code.class,
            names = {
                "UNKNOWN_ID",
                "NOT_A_NUMBER",
                "NOT_YES_OR_NO",
                "UNKNOWN_CHOICE",
                "NOT_SHARES",
                "OUT_OF_RANGE",
                "SHARES_NOT_100",
                "SHARE_OUT_OF_RANGE",
                "SHARE_IS_TEXT",
                "SHARE_NOT_A_NUMBER",
                "SHARE_MISSING",
                "UNKNOWN_JURISDICTION",
                "ONE_TOO_MANY",
                "WRONG_TYPE"
            })
    void everyProblemOfAnAnswerHasWords(Problem.Code code) {
        assertThat(ResourceBundle.getBundle("org.hashwise.rulebook.model.problems", Locale.ROOT)
                        .containsKey("answer." + code))
                .isTrue();
    }
}
