package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashwise.questionnaire.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 12.8 | 12.8",
                "EN | .5 | 0.5",
                "EN | 1,234.5 | 1234.5",
                "EN | 1,234,567 | 1234567",
                "EN | 1 234 567 | 1234567",
                "EN | 1'234 | 1234",
                "EN | -5 | -5",
                "EN | −5 | -5",
                "EN | 12 M | 12000000",
                "EN | $1.2bn | 1200000000",
                "EN | USD 43.4 million | 43400000",
                "EN | 250k | 250000",
                "EN | 12.8 MW | 12.8",
                "EN | 40 % | 40",
                "FR | 12,8 | 12.8",
                "FR | 12.8 | 12.8",
                "FR | 0.050 | 0.05",
                "FR | 1 234,5 | 1234.5",
                "FR | 1\u202f234,5 | 1234.5",
                "FR | 1\u00a0234\u00a0567 | 1234567",
                "FR | 1.234.567,8 | 1234567.8",
                "FR | 12 millions | 12000000",
                "FR | 1,2 milliard USD | 1200000000",
                "FR | 14 mois | 14",
                "FR | 74 600 USD/BTC | 74600",
                "EN | USD 74,600/BTC | 74600"
            })
    void numbersAreReadAsTheirLanguageWritesThem(Language language, String typed, double number) {
        assertThat(read(typed, language)).isEqualTo(new NumberText(number, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 0,05 | 0.05",
                "EN | 0,050 | 0.05",
                "EN | 12,8 | 12.8",
                "EN | 1.234,5 | 1234.5",
                "EN | 1.234.567 | 1234567",
                "FR | 1.234 | 1.234",
                "FR | 1,234.5 | 1234.5",
                "FR | 1,234,567 | 1234567"
            })
    void separatorsOfAnotherLanguageAreQuestioned(Language language, String typed, double meant) {
        assertThat(read(typed, language)).isEqualTo(new NumberText(null, meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "12 apples", "1e5", "--5", "1,2,3,4x", "NaN", "Infinity", "12..5", ",", "5 GW"})
    void anythingElseIsNoNumber(String typed) {
        assertThat(read(typed, Language.EN).number()).isNull();
    }

    private static NumberText read(String typed, Language language) {
        return NumberText.read(typed, List.of("MW", "mois", "USD/BTC"), language);
    }
}
