package org.hashwise.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts hold texts in these formats: what is expected here never changes. */
class LocaleFormatsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | 0",
                "0.0625 | 0.062 | 0,062",
                "0.1875 | 0.188 | 0,188",
                "0.125 | 0.125 | 0,125",
                "-999.5 | −999.5 | −999,5",
                "1234.5678 | 1,234.568 | 1\u202f234,568",
                "-21000000 | −21,000,000 | −21\u202f000\u202f000",
                "100000000000000 | 100,000,000,000,000 | 100\u202f000\u202f000\u202f000\u202f000"
            })
    void numbersAreGroupedInThreesAndRoundedHalfToEven(double number, String english, String french) {
        assertThat(LocaleFormats.of(Language.EN).number(number, 3)).isEqualTo(english);
        assertThat(LocaleFormats.of(Language.FR).number(number, 3)).isEqualTo(french);
    }

    @Test
    void aNumberThatIsRoundedToNothingHasNoSign() {
        for (Language language : Language.values()) {
            assertThat(LocaleFormats.of(language).number(-0.0, 3)).isEqualTo("0");
            assertThat(LocaleFormats.of(language).number(-0.00001, 3)).isEqualTo("0");
            assertThat(LocaleFormats.of(language).number(-0.5, 0)).isEqualTo("0");
            assertThat(LocaleFormats.of(language).number(-1.5, 0)).isEqualTo("−2");
        }
    }

    @Test
    void decimalsAreFilledUpAndRoundedAsAsked() {
        LocaleFormats formats = LocaleFormats.of(Language.EN);
        assertThat(formats.number(new BigDecimal("1.5"), 2, 2, RoundingMode.HALF_UP))
                .isEqualTo("1.50");
        assertThat(formats.number(new BigDecimal("0.125"), 0, 2, RoundingMode.HALF_UP))
                .isEqualTo("0.13");
        assertThat(formats.number(0.125, 2)).isEqualTo("0.12");
    }

    @Test
    void theMonthOfADateIsAWord() {
        List<String> english = new ArrayList<>();
        List<String> french = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate day = LocalDate.of(2027, month, month);
            english.add(LocaleFormats.of(Language.EN).date(day));
            french.add(LocaleFormats.of(Language.FR).date(day));
        }

        assertThat(english)
                .containsExactly(
                        "1 January 2027",
                        "2 February 2027",
                        "3 March 2027",
                        "4 April 2027",
                        "5 May 2027",
                        "6 June 2027",
                        "7 July 2027",
                        "8 August 2027",
                        "9 September 2027",
                        "10 October 2027",
                        "11 November 2027",
                        "12 December 2027");
        assertThat(french)
                .containsExactly(
                        "1 janvier 2027",
                        "2 février 2027",
                        "3 mars 2027",
                        "4 avril 2027",
                        "5 mai 2027",
                        "6 juin 2027",
                        "7 juillet 2027",
                        "8 août 2027",
                        "9 septembre 2027",
                        "10 octobre 2027",
                        "11 novembre 2027",
                        "12 décembre 2027");
    }
}
