package org.hashwise.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.DoubleStream;
import org.hashwise.questionnaire.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class FormatsTests {

    private static Formats in(Language language) {
        return new Formats(language, TypesetMessages.of(TemplateFolder.of(new MockEnvironment())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "43405000 | USD | true | USD 43.4 million | 43,4 millions de dollars",
                "43405000 | USD | false | USD 43,405,000 | 43 405 000 USD",
                "1960000 | USD | true | USD 2 million | 2 millions de dollars",
                "0.00004 | USD/kWh | true | USD 0.00004/kWh | 0,00004 USD/kWh",
                "-0.0000001 | USD/kWh | true | USD 0/kWh | 0 USD/kWh",
                "1.1 | points | false | 1.1 points | 1,1 point",
                "1500000 | USD | false | USD 1.5 million | 1,5 million de dollars",
                "2150000000 | USD | true | USD 2.15 billion | 2,15 milliards de dollars",
                "1047400000 | USD | true | USD 1.05 billion | 1,05 milliard de dollars",
                "-2240000000 | USD | true | −USD 2.2 billion | −2,2 milliards de dollars",
                "74600 | USD/BTC | true | USD 74,600/BTC | 74 600 USD/BTC",
                "-46000 | USD/BTC | true | −USD 46,000/BTC | −46 000 USD/BTC",
                "0.05 | USD/kWh | false | USD 0.05/kWh | 0,05 USD/kWh",
                "5400000 | USD/month | true | USD 5.4 million/month | 5,4 millions de dollars/mois",
                "12.8 | EH/s | false | 12.8 EH/s | 12,8 EH/s",
                "61.72 | % | true | 61.7% | 61,7 %",
                "14 | months | false | 14 months | 14 mois",
                "1 | months | false | 1 month | 1 mois",
                "1 | years | false | 1 year | 1 an",
                "1.004 | years | true | 1 year | 1 an",
                "1.999 | years | true | 2 years | 2 ans",
                "1 | GPU | false | 1 GPU | 1 GPU",
                "-0.00001 | MW | true | 0 MW | 0 MW"
            })
    void amountsCarryTheirUnitInTheFormatOfTheReader(
            double value, String unit, boolean computed, String english, String french) {
        assertThat(plain(in(Language.EN).amount(value, unit, computed))).isEqualTo(english);
        assertThat(plain(in(Language.FR).amount(value, unit, computed))).isEqualTo(french);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "116000 | 116K | 116 k",
                "98400 | 98.4K | 98,4 k",
                "-1160000 | −1.16M | −1,16 M",
                "2150000000 | 2.15B | 2,15 Md",
                "0 | 0 | 0"
            })
    void largeNumbersAlongAnAxisAreShort(double value, String english, String french) {
        assertThat(plain(in(Language.EN).compact(value))).isEqualTo(english);
        assertThat(plain(in(Language.FR).compact(value))).isEqualTo(french);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1300000000 | 24900000 | 1,300.0M | 1 300,0 M",
                "24900000 | 24900000 | 24.9M | 24,9 M",
                "1300000 | 21000 | 1,300.0K | 1 300,0 k",
                "1300000 | 900000 | 1.3M | 1,3 M",
                "60000000 | 21000 | 60.0M | 60,0 M",
                "21000000000 | 900000000 | 21.0B | 21,0 Md"
            })
    void theUnitOfAColumnLeavesSomethingOfItsSmallestNumber(
            double largest, double smallest, String english, String french) {
        ColumnScale column = ColumnScale.of(DoubleStream.of(0, smallest, -largest));

        assertThat(plain(in(Language.EN).compact(largest, column))).isEqualTo(english);
        assertThat(plain(in(Language.FR).compact(largest, column))).isEqualTo(french);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-11.53 | −11.5% | −11,5 %",
                "0.25 | +0.3% | +0,3 %",
                "0.04 | +0.04% | +0,04 %",
                "-0.0004 | −0.0004% | −0,0004 %",
                "0.0000000003 | +0.000001% | +0,000001 %",
                "0 | 0% | 0 %"
            })
    void aSmallDifferenceIsNotWrittenAsNone(double percent, String english, String french) {
        assertThat(plain(in(Language.EN).signedPercent(percent))).isEqualTo(english);
        assertThat(plain(in(Language.FR).signedPercent(percent))).isEqualTo(french);
    }

    @Test
    void frenchNumbersAreGroupedByNarrowNoBreakSpaces() {
        assertThat(in(Language.FR).exact(1_234_567.5)).isEqualTo("1\u202f234\u202f567,5");
        assertThat(in(Language.FR).percent(12.8)).isEqualTo("12,8\u202f%");
    }

    @Test
    void datesAreWrittenOut() {
        LocalDate day = LocalDate.of(2025, 11, 30);
        assertThat(plain(in(Language.EN).date(day))).isEqualTo("30 November 2025");
        assertThat(plain(in(Language.FR).date(day))).isEqualTo("30 novembre 2025");
        assertThat(plain(in(Language.EN).month(day))).isEqualTo("November 2025");
        assertThat(plain(in(Language.FR).month(day))).isEqualTo("novembre 2025");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
