package org.hashwise.rulebook.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FigureTextTests {

    /** Thresholds that nobody edits. */
    private static final Rulebook SMALL = RulebookReader.read(SmallRules.edition(103));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "43400000 | USD 43.4 million | 43,4 millions de dollars",
                "1900000 | USD 1.9 million | 1,9 million de dollars",
                "2500000000 | USD 2.5 billion | 2,5 milliards de dollars",
                "123456 | USD 123,000 | 123 000 USD",
                "0 | USD 0 | 0 USD"
            })
    void moneyCarriesItsCurrency(double amount, String english, String french) {
        SampleCompany company = new SampleCompany().with("treasury.cashUsd", amount);

        assertThat(spaced(text(company, Language.EN, "{treasury.cashUsd}"))).isEqualTo(english);
        assertThat(spaced(text(company, Language.FR, "{treasury.cashUsd}"))).isEqualTo(french);
    }

    @Test
    void negativeAmountsHaveAMinusSign() {
        SampleCompany company = new SampleCompany().with("treasury.monthlyCashBurnUsd", -1_500_000);

        assertThat(spaced(text(company, Language.EN, "{treasury.monthlyCashBurnUsd}")))
                .isEqualTo("\u2212USD 1.5 million");
    }

    @Test
    void percentagesCarryTheirSign() {
        SampleCompany company = new SampleCompany().with("treasury.pledgedPercent", 12.5);

        assertThat(text(company, Language.EN, "{treasury.pledgedPercent}")).isEqualTo("12.5%");
        assertThat(spaced(text(company, Language.FR, "{treasury.pledgedPercent}")))
                .isEqualTo("12,5 %");
    }

    @ParameterizedTest
    @CsvSource({"0, no site is connected", "40, 40 MW are connected (40)"})
    void aTextMayHaveOtherWordsForNothing(double megawatts, String text) {
        SampleCompany company = new SampleCompany().with("power.largestSiteMw", megawatts);

        assertThat(text(
                        company,
                        Language.EN,
                        "{power.largestSiteMw|no site is|# MW are} connected{power.largestSiteMw|| (#)}"))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, no site", "1, 1 site of one megawatt", "1.5, 1.5 MW", "11, 11 MW"})
    void aTextMayHaveOtherWordsForOne(double megawatts, String text) {
        SampleCompany company = new SampleCompany().with("power.largestSiteMw", megawatts);

        assertThat(text(company, Language.EN, "{power.largestSiteMw|no site|# site of one megawatt|# MW}"))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void amountsOfMoneyAndPercentagesMayHaveOtherWordsForNothingToo(Language language) {
        SampleCompany company = new SampleCompany().with("treasury.debtUsd", 0).with("treasury.pledgedPercent", 0);

        assertThat(text(company, language, "{treasury.debtUsd|a|b}{treasury.pledgedPercent|c|d|e}"))
                .isEqualTo("ac");
    }

    @Test
    void theListOfAShareNamesThePlacesThatItIsAbout() {
        SampleCompany company = new SampleCompany()
                .with(
                        "regulation.jurisdictions",
                        new Answer.Shares(new TreeMap<>(Map.of("US-NY", 40.0, "US-TX", 35.0, "AQ", 25.0))));

        assertThat(text(company, Language.EN, "{exposure.miningHighPlaces}")).isEqualTo("New York 40%");
        assertThat(text(company, Language.EN, "{exposure.miningProhibitedPlaces|nowhere|#}"))
                .isEqualTo("nowhere");
    }

    @Test
    void otherNumbersStandAloneWithAboutThreeDigits() {
        SampleCompany company =
                new SampleCompany().with("power.largestSiteMw", 245.678).with("power.priceUsdPerKwh", 0.04567);

        assertThat(text(company, Language.EN, "{power.largestSiteMw} at {power.priceUsdPerKwh}"))
                .isEqualTo("246 at 0.0457");
        assertThat(text(company, Language.FR, "{power.priceUsdPerKwh}")).isEqualTo("0,0457");
    }

    @Test
    void choicesAppearAsTheirLabel() {
        SampleCompany company = new SampleCompany().with("power.contract", new Answer.Choice("FIXED"));

        assertThat(text(company, Language.EN, "{power.contract}")).isEqualTo(label("power.contract", Language.EN));
        assertThat(text(company, Language.FR, "{power.contract}")).isEqualTo(label("power.contract", Language.FR));
    }

    @Test
    void placesAreNamedWithTheirShares() {
        SampleCompany company = new SampleCompany()
                .with("regulation.jurisdictions", new Answer.Shares(new TreeMap<>(Map.of("US-NY", 40.0, "AQ", 60.0))));

        assertThat(text(company, Language.EN, "{regulation.jurisdictions}")).isEqualTo("AQ 60%, New York 40%");
    }

    @Test
    void thresholdsAndMetricsAreWrittenInTheirUnit() {
        SampleCompany company = new SampleCompany().with("treasury.btcHeld", 0).with("treasury.cashUsd", 6_000_000);

        assertThat(text(company, Language.EN, "{threshold.largeSiteMw}")).isEqualTo("103");
        assertThat(spaced(text(company, Language.EN, "{economics.liquidityUsd}")))
                .isEqualTo("USD 6 million");
    }

    @Test
    void whatIsNotKnownStaysAsItStands() {
        assertThat(text(new SampleCompany(), Language.EN, "{threshold.none} {no.such}"))
                .isEqualTo("threshold.none no.such");
    }

    private static String text(SampleCompany company, Language language, String text) {
        return new FigureText(company.today(), SMALL.parameters(), language).fill(text);
    }

    private static String label(String id, Language language) {
        return ShippedRules.rulebook()
                .questionnaire()
                .question(id)
                .flatMap(question -> question.choice("FIXED"))
                .orElseThrow()
                .label()
                .in(language);
    }

    /** All kinds of blanks as one. */
    private static String spaced(String text) {
        return text.replaceAll("[\\u00A0\\u202F\\u2009]", " ");
    }
}
