package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Numbers, places and names as people type them into forms. */
class EntryTests extends PageSlice {

    private static final String PRICE = "power.priceUsdPerKwh";
    private static final String SITE = "power.largestSiteMw";
    private static final String CASH = "treasury.cashUsd";
    private static final String PLACES = "regulation.jurisdictions";

    @Test
    void whatIsTypedInAnotherUnitIsShownInThatOfTheQuestion() {
        visitor.follow("/questions/power", PRICE, "5 c/kWh", SITE, "0.095 GW");

        assertThat(visitor.read("/questions/power")).contains("value=\"0.05\"", "value=\"95\"");
        assertThat(visitor.read("/questions/check")).contains("USD\u00a00.05/kWh", "95\u00a0MW");
        assertThat(answers().byId())
                .containsEntry(PRICE, new Answer.Number(0.05))
                .containsEntry(SITE, new Answer.Number(95));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/questions/power", "/interview/power.priceUsdPerKwh"})
    void aNumberOutOfRangeOffersTheUnitThatWasMeantAsAButton(String page) {
        String html = refused(visitor.send(page, PRICE, "29"));

        assertThat(html)
                .contains("Enter a value from 0 to 1 USD/kWh.", "Did you mean USD\u00a00.029/kWh?")
                .contains("name=\"take\" value=\"power.priceUsdPerKwh:0:0.029\"");

        visitor.follow(page, PRICE, "29", "take", "power.priceUsdPerKwh:0:0.029");
        assertThat(answers().get(PRICE)).contains(new Answer.Number(0.029));
    }

    @Test
    void aSuggestionLeadsBackToItsFieldAndKeepsTheOthers() {
        String[] form = {PRICE, "5", SITE, "a lot", "take", "power.priceUsdPerKwh:0:0.05", "then", "check"};

        assertThat(visitor.follow("/questions/power", form)).isEqualTo("/questions/power?then=check#" + PRICE);
        assertThat(visitor.read("/questions/power")).contains("value=\"0.05\"", "value=\"a lot\"", "One answer needs");
    }

    @Test
    void whatCanMeanTwoThingsIsAskedWithBothReadings() {
        PageVisitor reader = new PageVisitor(http, "fr");
        String html = refused(reader.send("/questions/power", SITE, "1.250"));

        assertThat(html)
                .contains("peut se lire de deux façons", "Vouliez-vous dire 1,25\u00a0MW ou 1\u202f250\u00a0MW\u00a0?")
                .contains("value=\"power.largestSiteMw:0:1,25\"", "value=\"power.largestSiteMw:0:1\u202f250\"");

        reader.follow("/questions/power", SITE, "1.250", "take", "power.largestSiteMw:0:1\u202f250");
        reader.read("/advice");
        assertThat(reader.company().answers().get(SITE)).contains(new Answer.Number(1250));
    }

    @Test
    void whatWasTypedInOneLanguageKeepsItsMeaningInAnother() {
        PageVisitor reader = new PageVisitor(http, "fr");
        reader.send("/questions/treasury", CASH, "1.234", "treasury.btcHeld", "1,250");

        String english = reader.read("/questions/treasury?lang=en");
        assertThat(english).contains("value=\"1.234\"", "can be read in two ways", "value=\"1.25\"");
        reader.read("/questions/treasury?lang=en");
        assertThat(refused(reader.send("/questions/treasury", CASH, "1.234", "treasury.btcHeld", "1.25")))
                .contains("can be read in two ways");

        reader.follow("/questions/treasury", CASH, "1.2345", "treasury.btcHeld", "1,250");
        reader.read("/advice");
        assertThat(reader.company().answers().byId())
                .containsEntry(CASH, new Answer.Number(1.2345))
                .containsEntry("treasury.btcHeld", new Answer.Number(1250));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "€0.045       | is an amount in another currency (Euro). Convert it and enter it in USD/kWh.",
                "at most 0.05 | gives one end only.",
                "5 MW         | is in a unit that does not fit here. Enter a number in USD/kWh.",
                "cheap        | cannot be read as a number. Enter one in USD/kWh, or leave the field empty"
            })
    void eachKindOfMistakeHasItsSentence(String typed, String sentence) {
        assertThat(refused(visitor.send("/questions/power", PRICE, typed))).contains("“" + typed + "” " + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n/a", "none", "-", "TBD", "don't know", "inconnu", "s.o."})
    void noValueOnPurposeLeavesTheQuestionOpen(String typed) {
        visitor.follow("/questions/power", PRICE, typed, SITE, "95");
        assertThat(visitor.read("/questions/power")).contains("counts as “don’t know”");
        assertThat(answers().byId()).containsOnlyKeys(SITE);

        visitor.follow("/interview/" + PRICE, PRICE, typed);
        assertThat(visitor.read("/interview")).contains("I don’t know");
    }

    @Test
    void aRangeIsTakenByItsMiddleAndSaidSo() {
        visitor.follow("/interview/" + PRICE, PRICE, "5 to 6 c");

        assertThat(visitor.read("/interview")).contains("Taken as a range from USD\u00a00.05/kWh to USD\u00a00.06/kWh");
        assertThat(visitor.read("/questions/power")).contains("value=\"5 to 6 c\"", "the middle, USD\u00a00.055/kWh");
        assertThat(visitor.read("/questions/check")).contains("Taken as a range from USD\u00a00.05/kWh");
        assertThat(answers().get(PRICE)).contains(new Answer.Number(0.055));

        visitor.follow("/questions/power", PRICE, "~0.05");
        assertThat(visitor.read("/questions/check")).contains("Taken as about USD\u00a00.05/kWh");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"~25 | 25", "20-30 | 25", "25 (est.) | 25"})
    void fewDollarsAreDoubtedHoweverRoughTheyAre(String typed, String dollars) {
        visitor.follow("/questions/treasury", CASH, typed);
        assertThat(visitor.read("/questions/treasury"))
                .contains("Taken as USD\u00a0" + dollars + ", which is little for a company.")
                .contains("value=\"treasury.cashUsd:0:25,000,000\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | 8.000 PH", "fr | 8,000 PH"})
    void aSeparatorInAnotherUnitIsAskedAboutWhereTheOtherReadingIsThePlausibleOne(String language, String typed) {
        PageVisitor reader = new PageVisitor(http, language);
        assertThat(refused(reader.send("/questions/mining", "mining.hashrateEh", typed)))
                .contains("value=\"mining.hashrateEh:0:8\"", language.equals("en") ? "two ways" : "deux façons");
    }

    @ParameterizedTest
    @CsvSource({"n/a, ''", "unknown, -", "s.o., s.o.", "?, ?"})
    void noPlaceOnPurposeLeavesTheQuestionOpen(String place, String percent) {
        visitor.follow("/questions/regulation", PLACES + ".code", place, PLACES + ".percent", percent);
        assertThat(visitor.read("/questions/regulation")).contains("counts as “don’t know”");
        assertThat(answers().byId()).doesNotContainKey(PLACES);
    }

    @Test
    void aTrialTakesOneNumberAlone() {
        visitor.follow("/questions/power", PRICE, "0.05");
        String html = refused(visitor.send("/advice/what-if", "question", PRICE, PRICE, "0.03-0.04"));

        assertThat(html)
                .contains("is a range, and one number is needed here")
                .contains("value=\"power.priceUsdPerKwh:0:0.03\"", "value=\"power.priceUsdPerKwh:0:0.035\"");
        assertThat(visitor.follow("/advice/what-if", "question", PRICE, PRICE, "0.03-0.04", "take", PRICE + ":0:0.035"))
                .isEqualTo("/advice#what-if");
        assertThat(visitor.read("/advice")).contains("USD\u00a00.035/kWh");
    }

    @Test
    void fewDollarsAreDoubtedAndTaken() {
        assertThat(visitor.read("/questions/treasury")).contains("In dollars; 25M is fine.");
        visitor.follow("/questions/treasury", CASH, "25", "treasury.debtUsd", "60M");

        String note = "Taken as USD\u00a025, which is little for a company.";
        assertThat(visitor.read("/questions/check")).contains(note, "Did you mean USD\u00a025\u00a0million?");
        assertThat(visitor.read("/questions/treasury"))
                .contains(note, "value=\"treasury.cashUsd:0:25,000,000\"", "value=\"60,000,000\"")
                .doesNotContain("needs another look");
        assertThat(answers().get(CASH)).contains(new Answer.Number(25));

        visitor.follow("/questions/treasury", CASH, "25", "take", "treasury.cashUsd:0:25,000,000");
        assertThat(answers().get(CASH)).contains(new Answer.Number(25_000_000));
        assertThat(visitor.read("/questions/treasury")).doesNotContain(note);
    }

    @Test
    void invisibleCharactersCountForNothing() {
        visitor.follow("/questions/power", SITE, "245\u202c", PRICE, "\ufeff0.0\u200b5");
        visitor.follow("/questions/regulation", PLACES + ".code", "US-TX\u200b", PLACES + ".percent", "100");

        assertThat(answers().byId())
                .containsEntry(SITE, new Answer.Number(245))
                .containsEntry(PRICE, new Answer.Number(0.05))
                .containsKey(PLACES);
    }

    @ParameterizedTest
    @CsvSource({"en, Texas, US-TX", "fr, Texas, US-TX", "en, Paraguay, PY", "en, New York, US-NY", "fr, Norvège, NO"})
    void placesAreTypedByName(String language, String name, String code) {
        PageVisitor reader = new PageVisitor(http, language);
        reader.follow("/questions/regulation", PLACES + ".code", name, PLACES + ".percent", "100 %");
        reader.read("/advice");

        assertThat(reader.company().answers().get(PLACES))
                .hasValueSatisfying(answer ->
                        assertThat(((Answer.Shares) answer).percentByCode()).containsOnlyKeys(code));
    }

    @Test
    void aNameOfTwoPlacesOffersBoth() {
        String[] form = {PLACES + ".code", "Georgia", PLACES + ".percent", "100"};
        String html = refused(visitor.send("/questions/regulation", form));

        assertThat(html)
                .contains("Several places are called “Georgia”.")
                .contains(
                        "value=\"regulation.jurisdictions.code:0:GE\"",
                        "value=\"regulation.jurisdictions.code:0:US-GA\"");
        visitor.follow(
                "/questions/regulation",
                PLACES + ".code",
                "Georgia",
                PLACES + ".percent",
                "100",
                "take",
                PLACES + ".code:0:US-GA");
        assertThat(visitor.read("/questions/check")).contains("Georgia 100%");
    }

    @Test
    void theCodeOfACountryThatIsAlsoThatOfAStateIsDoubted() {
        visitor.follow("/questions/regulation", PLACES + ".code", "KY", PLACES + ".percent", "100");

        assertThat(visitor.read("/questions/check"))
                .contains("The code KY is that of Cayman Islands.", "Did you mean Kentucky (US-KY)?");
    }

    @Test
    void companiesLoseWhatNobodySees() {
        visitor.follow("/questions/company", "company", "Alpha\u200b Mining\u202e\n Corp\u00ad");
        visitor.read("/advice");

        assertThat(visitor.company().company()).isEqualTo("Alpha Mining Corp");
    }

    private Answers answers() {
        visitor.read("/advice");
        return visitor.company().answers();
    }

    private static String refused(MvcTestResult result) {
        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return PageVisitor.html(result);
    }
}
