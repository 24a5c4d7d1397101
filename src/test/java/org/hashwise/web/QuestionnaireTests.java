package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashwise.questionnaire.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class QuestionnaireTests extends PageSlice {

    @Test
    void sectionsFollowEachOtherToTheCheck() {
        assertThat(visitor.open("/questions").getResponse().getRedirectedUrl()).isEqualTo("/questions/company");
        assertThat(visitor.follow("/questions/company")).isEqualTo("/questions/market");
        assertThat(visitor.follow("/questions/treasury")).isEqualTo("/questions/check");
        assertThat(visitor.follow("/questions/mining", "action", "check")).isEqualTo("/questions/check");
    }

    @Test
    void everySectionLinksBackToTheOneBefore() {
        assertThat(visitor.read("/questions/company")).containsPattern("class=\"back\" href=\"/\"");
        assertThat(visitor.read("/questions/power")).containsPattern("class=\"back\" href=\"/questions/mining\"");
    }

    @Test
    void progressCountsValidAnswersOnly() {
        visitor.send("/questions/mining", "mining.hashrateEh", "12.8", "mining.poolFeePercent", "much");

        assertThat(visitor.read("/questions/mining")).contains("1 of 43 questions answered", "Section 3 of 9");
    }

    @Test
    void whatIsAssumedWithoutAnAnswerIsShownBesideTheQuestion() {
        assertThat(visitor.read("/questions/power"))
                .containsPattern("we then assume</span>\\s*<b>USD.0.05/kWh</b>")
                .containsPattern("Without an answer we assume</span>\\s*<b>Choice FIXED</b>")
                .contains("Because of power.priceUsdPerKwh");
    }

    @Test
    void notKnowingIsAnAnswer() {
        visitor.follow("/questions/power", "power.contract", "");

        assertThat(visitor.read("/questions/power"))
                .containsPattern("id=\"power.contract-dont-know\" name=\"power.contract\" checked=\"checked\"");
    }

    @Test
    void answersReachTheAdviserAsTheyWereMeant() {
        visitor.follow(
                "/questions/mining", "mining.hashrateEh", " 12.8 EH/s ", "mining.cashOverheadUsdPerMonth", "$3.5 M");
        visitor.follow("/questions/company", "company", "Harbour Mining", "company.listed", "false");
        visitor.read("/advice");

        assertThat(visitor.company().company()).isEqualTo("Harbour Mining");
        assertThat(visitor.company().answers().byId())
                .containsEntry("mining.hashrateEh", new Answer.Number(12.8))
                .containsEntry("mining.cashOverheadUsdPerMonth", new Answer.Number(3_500_000))
                .containsEntry("company.listed", new Answer.YesNo(false))
                .hasSize(3);
    }

    @Test
    void anInvalidPageKeepsWhatWasTypedAndLinksToTheFields() {
        MvcTestResult result = visitor.send(
                "/questions/power",
                "power.energizedMw",
                "a lot",
                "power.largestSiteMw",
                "99,999",
                "power.priceUsdPerKwh",
                "0,05 €",
                "power.contract",
                "INDEXED");

        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(PageVisitor.html(result))
                .contains("<title>Please correct: power", "3 answers need another look")
                .contains("href=\"#power.energizedMw\"", "value=\"a lot\"")
                .contains("href=\"#power.largestSiteMw\"", "value=\"99,999\"", "Enter a value from 0 to 10,000 MW.")
                .contains("href=\"#power.priceUsdPerKwh\"", "value=\"0,05 €\"", "amount in another currency (Euro)")
                .containsPattern(
                        "id=\"power.energizedMw\"[^>]* aria-describedby=\"power.energizedMw-error [^>]* aria-invalid=\"true\"")
                .containsPattern("id=\"power.contract-indexed\"[^>]* checked=\"checked\"")
                .contains("id=\"power.energizedMw-error\"");
    }

    @Test
    void whatWasTypedWronglyIsStillThereAfterAVisitElsewhere() {
        visitor.send("/questions/power", "power.energizedMw", "a lot");
        visitor.read("/examples");

        assertThat(visitor.read("/questions/power")).contains("value=\"a lot\"", "href=\"#power.energizedMw\"");
        assertThat(visitor.open("/advice").getResponse().getRedirectedUrl()).isEqualTo("/questions/check");
        assertThat(visitor.read("/questions/check"))
                .contains("/questions/power?then=check#power.energizedMw", "a lot", "needs correction")
                .contains("Correct what is marked; then you can get the advice.")
                .doesNotContain("You can get the advice now", "Check all answers");
    }

    @Test
    void anAssumedOptionIsQuotedAndAnAssumedNumberIsNot() {
        assertThat(visitor.read("/questions/power"))
                .containsPattern("class=\"unknown quoted\" id=\"power.contract-unknown\"")
                .containsPattern("class=\"unknown\" id=\"power.priceUsdPerKwh-unknown\"");
    }

    @Test
    void sharesTakeMoreRowsWithoutLosingAny() {
        String[] rows = {
            "regulation.jurisdictions.code", "us-ny", "regulation.jurisdictions.percent", "40",
            "regulation.jurisdictions.code", "", "regulation.jurisdictions.percent", "",
            "regulation.jurisdictions.code", "US-TX", "regulation.jurisdictions.percent", "60 %"
        };
        visitor.follow("/questions/regulation", rows);
        visitor.read("/advice");
        assertThat(visitor.company().answers().get("regulation.jurisdictions"))
                .hasValueSatisfying(answer -> assertThat(((Answer.Shares) answer).percentByCode())
                        .containsEntry("US-NY", 40.0)
                        .containsEntry("US-TX", 60.0));

        String[] more = java.util.Arrays.copyOf(rows, rows.length + 2);
        more[rows.length] = "action";
        more[rows.length + 1] = "add-row";
        assertThat(visitor.follow("/questions/regulation", more)).isEqualTo("/questions/regulation#add-row");
        assertThat(visitor.read("/questions/regulation"))
                .contains("value=\"us-ny\"", "value=\"60 %\"", "regulation.jurisdictions-percent-6");
    }

    @Test
    void theCheckNamesPlacesAndShowsWhatIsComputed() {
        visitor.follow(
                "/questions/regulation",
                "regulation.jurisdictions.code",
                "US-NV",
                "regulation.jurisdictions.percent",
                "100");

        assertThat(visitor.read("/questions/check"))
                .contains("Nevada 100%")
                .containsPattern("USD.[0-9.]+/PH/day</span>\\s*<em class=\"tag\">computed");
    }

    @Test
    void sharesThatDoNotSumToHundredAreRefused() {
        MvcTestResult result = visitor.send(
                "/questions/regulation",
                "regulation.jurisdictions.code",
                "US-NY",
                "regulation.jurisdictions.percent",
                "40");

        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(PageVisitor.html(result))
                .contains("sum to 40", "href=\"#regulation.jurisdictions\"")
                .containsPattern("name=\"regulation.jurisdictions.code\"[^>]*"
                        + " aria-describedby=\"regulation.jurisdictions-error [^>]* aria-invalid=\"true\"")
                .containsPattern("name=\"regulation.jurisdictions.percent\"[^>]*"
                        + " aria-describedby=\"regulation.jurisdictions-error [^>]* aria-invalid=\"true\"");
    }

    @Test
    void allThatIsWrongWithSharesIsToldAtOnceAndShownAsTyped() {
        MvcTestResult result = visitor.send(
                "/questions/regulation",
                "regulation.jurisdictions.code",
                "US-NY",
                "regulation.jurisdictions.percent",
                "60",
                "regulation.jurisdictions.code",
                "Texs",
                "regulation.jurisdictions.percent",
                "30",
                "regulation.jurisdictions.code",
                "XQ",
                "regulation.jurisdictions.percent",
                "");

        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(PageVisitor.html(result))
                .contains("Row 3 needs both a place and a percentage.", "“XQ” is not a place", "“Texs” is not a place")
                .contains("Did you mean Texas (US-TX)?", "value=\"Texs\"", "value=\"XQ\"")
                .doesNotContain("sum to");
    }

    @Test
    void rowsThatAreWholeDoNotCountBesideOneThatIsNot() {
        visitor.send(
                "/questions/regulation",
                "regulation.jurisdictions.code",
                "US-NY",
                "regulation.jurisdictions.percent",
                "100",
                "regulation.jurisdictions.code",
                "",
                "regulation.jurisdictions.percent",
                "5");

        assertThat(visitor.read("/questions/regulation")).contains("0 of 43 questions answered");
    }

    @Test
    void anEarlierMarketDayShowsItsValuesAndIsAdvisedOn() {
        assertThat(visitor.read("/questions/market"))
                .contains("30\u00a0November\u00a02025", "90,000/BTC", "Daily close");

        visitor.follow("/questions/market", "asOf", "2024-06-30", "action", "show-date");

        assertThat(visitor.read("/questions/market")).contains("market value of 30\u00a0June\u00a02024", "62,000/BTC");
        visitor.read("/advice");
        assertThat(visitor.company().asOf()).isEqualTo(PageSlice.EARLIER);
    }

    @Test
    void changingOneAnswerLeadsBackToWhereOneCameFrom() {
        assertThat(visitor.read("/questions/check")).contains("/questions/power?then=check#power.contract");
        assertThat(visitor.follow("/questions/power", "then", "check")).isEqualTo("/questions/check");
        assertThat(visitor.follow("/questions/power", "then", "advice")).isEqualTo("/advice");
        assertThat(visitor.follow("/questions/power", "then", "//elsewhere.example"))
                .isEqualTo("/questions/hosting");
    }

    @Test
    void startingAgainForgetsEverything() {
        visitor.follow("/questions/mining", "mining.hashrateEh", "12.8");

        assertThat(visitor.follow("/restart")).isEqualTo("/");
        assertThat(visitor.read("/questions/mining")).contains("0 of 43 questions answered");
        assertThat(visitor.open("/advice").getResponse().getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void anUnknownSectionIsNotFound() {
        assertThat(visitor.open("/questions/weather")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visitor.send("/questions/weather")).hasStatus(HttpStatus.NOT_FOUND);
    }
}
