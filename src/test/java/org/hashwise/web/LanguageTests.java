package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class LanguageTests extends PageSlice {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fr-CA,en;q=0.5 | fr", "en-US | en", "de,fr;q=0.8,en;q=0.2 | fr", "de | en", "* | en"})
    void theBrowserDecidesFirst(String accepted, String language) {
        assertThat(new PageVisitor(http, accepted).read("/")).contains("<html lang=\"" + language + "\">");
    }

    @Test
    void aChoiceIsKeptInACookie() {
        var chosen = new PageVisitor(http, "en").open("/?lang=fr");
        assertThat(chosen).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(chosen.getResponse().getHeader("Location")).isEqualTo("/");

        Cookie cookie = chosen.getResponse().getCookie("language");
        assertThat(cookie).isNotNull();
        assertThat(http.get().uri("/questions/power").cookie(cookie).header("Accept-Language", "en"))
                .bodyText()
                .contains("<html lang=\"fr\">");
    }

    @Test
    void theChoiceLeavesTheAddressAndTheRestOfItStays() {
        assertThat(new PageVisitor(http, "en")
                        .open("/questions/power?lang=fr&then=check")
                        .getResponse()
                        .getHeader("Location"))
                .isEqualTo("/questions/power?then=check");
    }

    @Test
    void anUnknownLanguageChangesNothing() {
        var page = new PageVisitor(http, "fr").open("/?lang=xx");

        assertThat(PageVisitor.html(page)).contains("<html lang=\"fr\">");
        assertThat(page.getResponse().getCookie("language")).isNull();
    }

    @Test
    void switchingKeepsThePageAndWhereItLeads() {
        assertThat(new PageVisitor(http, "en").read("/questions/power?then=check"))
                .contains("formaction=\"/questions/power?then=check&amp;lang=fr\"");
    }

    @Test
    void answersMoveToTheOtherLanguageAndMistakesStayAsTyped() {
        PageVisitor visitor = new PageVisitor(http, "fr");
        visitor.send("/questions/mining", "mining.hashrateEh", "12,8", "mining.poolFeePercent", "beaucoup");

        assertThat(visitor.read("/questions/mining")).contains("value=\"12,8\"", "value=\"beaucoup\"");
        assertThat(visitor.read("/questions/mining?lang=en"))
                .contains("value=\"12.8\"", "value=\"beaucoup\"", "cannot be read as a number");
    }

    @Test
    void frenchPagesLeaveASpaceBeforeColons() {
        MvcTestResult page = new PageVisitor(http, "fr").send("/questions/mining", "mining.poolFeePercent", "beaucoup");

        assertThat(PageVisitor.html(page)).contains("</b><span>\u00a0: «\u00a0beaucoup\u00a0»");
    }

    @Test
    void frenchPagesWriteFrenchNumbers() {
        PageVisitor visitor = new PageVisitor(http, "fr");
        visitor.follow("/questions/treasury", "treasury.cashUsd", "1 234,5");

        assertThat(visitor.read("/questions/check")).contains("1\u202f234,5\u00a0USD");
    }
}
