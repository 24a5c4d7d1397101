package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashwise.questionnaire.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class InterviewTests extends PageSlice {

    @Test
    void theFirstPageLeadsToTheQuestionThatTellsMost() {
        assertThat(visitor.read("/")).contains("href=\"/interview\"");

        assertThat(visitor.read("/interview"))
                .contains("Wording of power.priceUsdPerKwh", "About 2 more questions could matter.")
                .contains("Why power.priceUsdPerKwh", "should settle about 51% of what is still open")
                .contains("href=\"/questions\"", "Show me the advice now");
    }

    @Test
    void itIsTooEarlyForAProbabilityUntilDecisiveFactsWereAsked() {
        assertThat(visitor.read("/interview"))
                .contains("Too early to say")
                .as("the question on the page is no missing one")
                .doesNotContainPattern("href=\"/interview/power.priceUsdPerKwh\"[^>]*>Label of power.priceUsdPerKwh")
                .doesNotContainPattern("class=\"number\">[0-9]+%");
        visitor.follow("/interview/power.priceUsdPerKwh", "power.priceUsdPerKwh", "", "action", "advice");
        assertThat(visitor.read("/advice"))
                .contains("Too early to say", "no answers given, 35 values assumed")
                .doesNotContainPattern("\"number chance\">[0-9]|[0-9]% to [0-9]+%");

        visitor.follow("/interview/power.priceUsdPerKwh", "power.priceUsdPerKwh", "0.04");
        assertThat(visitor.read("/interview"))
                .containsPattern("Title of AI_HOSTING</span>\\s*</span></th>\\s*<td class=\"number\">58%</td>")
                .contains("One answer given, 34 values assumed")
                .contains(
                        "comes out: 58% if the open answers are as usual for miners; 51% if anything plausible may be true")
                .doesNotContain("Too early to say");
        assertThat(visitor.read("/advice")).contains("51% to 58%", "one answer given, 34 values assumed");
    }

    @Test
    void theNameOfTheCompanyIsAskedBesideTheFirstQuestionAndMayBeLeftOut() {
        assertThat(visitor.read("/interview")).contains("name=\"company\"");
        visitor.follow("/interview/power.priceUsdPerKwh", "company", "Alpha  Mining", "power.priceUsdPerKwh", "0.04");

        assertThat(visitor.read("/interview"))
                .contains("Guided interview for Alpha Mining")
                .doesNotContain("name=\"company\"");
        assertThat(visitor.read("/interview/power.priceUsdPerKwh")).contains("value=\"Alpha Mining\"");
        assertThat(visitor.read("/advice")).contains("for Alpha Mining").containsPattern("<title>Alpha Mining: ");

        PageVisitor other = new PageVisitor(http, "en");
        other.follow("/interview/power.priceUsdPerKwh", "company", "", "action", "skip");
        assertThat(other.read("/interview")).contains("Guided interview<").doesNotContain("name=\"company\"");
    }

    @Test
    void answersLeadOnUntilTheRestCannotMatter() {
        assertThat(visitor.follow("/interview/power.priceUsdPerKwh", "power.priceUsdPerKwh", "0.04"))
                .isEqualTo("/interview");
        assertThat(visitor.read("/interview"))
                .contains("Wording of power.contract", "href=\"/interview/power.priceUsdPerKwh\"");
        visitor.follow("/interview/power.contract", "power.contract", "INDEXED");
        assertThat(visitor.read("/interview")).contains("Hardly any other question could matter now");
        visitor.follow("/interview/mining.hashrateEh", "mining.hashrateEh", "12");

        assertThat(visitor.read("/interview"))
                .contains("That is enough", "Probability of this advice: more than 99%, with 3 answers given")
                .contains("See the advice", "Go on answering all the same")
                .doesNotContain("Wording of");
        assertThat(visitor.follow("/interview")).isEqualTo("/interview");
        assertThat(visitor.read("/interview")).contains("Wording of company.listed");
    }

    @Test
    void whatIsNotKnownIsSkippedAndSaid() {
        visitor.follow("/interview/power.priceUsdPerKwh", "power.priceUsdPerKwh", "5", "action", "skip");

        assertThat(visitor.read("/interview"))
                .as("a figure that the company may have published all the same")
                .contains("Wording of mining.reportedCashCostPerBtcUsd", "About 2 more questions could matter.")
                .containsPattern("Label of power.priceUsdPerKwh</b>\\s*<span>I don’t know</span>");
        String published = "mining.reportedCashCostPerBtcUsd";
        visitor.follow("/interview/" + published, published, "");
        visitor.follow("/interview/power.contract", "power.contract", "");
        visitor.follow("/interview/mining.hashrateEh", "mining.hashrateEh", " ");

        assertThat(visitor.read("/interview"))
                .contains(
                        "Nothing more is worth asking", "Probability of this advice: 12% to 48%, with no answers given")
                .contains("they could still matter")
                .containsPattern("href=\"/interview/power.contract\"[^>]*>Label of power.contract");
    }

    @Test
    void earlierAnswersChangeAndLaterOnesStay() {
        visitor.follow("/interview/power.priceUsdPerKwh", "power.priceUsdPerKwh", "0.04");
        visitor.follow("/interview/power.contract", "power.contract", "INDEXED");

        assertThat(visitor.read("/interview")).contains("class=\"back\" href=\"/interview/power.contract\"");
        assertThat(visitor.read("/interview/power.contract"))
                .contains("class=\"back\" href=\"/interview/power.priceUsdPerKwh\"");
        assertThat(visitor.read("/interview/power.priceUsdPerKwh")).contains("value=\"0.04\"", "href=\"/\"");
        visitor.follow("/interview/power.priceUsdPerKwh", "power.priceUsdPerKwh", "0.04");
        visitor.read("/advice");

        assertThat(visitor.company().answers().byId())
                .containsEntry("power.priceUsdPerKwh", new Answer.Number(0.04))
                .containsEntry("power.contract", new Answer.Choice("INDEXED"));
    }

    @Test
    void mistakesAreShownBesideTheQuestionAndNothingIsLost() {
        MvcTestResult result =
                visitor.send("/interview/power.priceUsdPerKwh", "power.priceUsdPerKwh", "five cents", "action", "");

        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(PageVisitor.html(result))
                .contains("Please correct: Guided interview", "value=\"five cents\"", "href=\"#power.priceUsdPerKwh\"");
        assertThat(visitor.open("/interview").getResponse().getRedirectedUrl())
                .isEqualTo("/interview/power.priceUsdPerKwh");
        assertThat(visitor.read("/questions/power")).contains("value=\"five cents\"");
    }

    @Test
    void theInterviewAndTheSectionsShareTheirAnswers() {
        visitor.follow("/questions/power", "power.priceUsdPerKwh", "0.03");
        assertThat(visitor.read("/interview")).contains("Wording of power.contract", "USD\u00a00.03/kWh");

        visitor.follow("/interview/mining.hashrateEh", "mining.hashrateEh", "9");
        assertThat(visitor.read("/questions/mining")).contains("value=\"9\"");
    }

    @Test
    void theAdviceCanBeSeenAtAnyTime() {
        assertThat(visitor.follow("/interview/power.priceUsdPerKwh", "power.priceUsdPerKwh", "", "action", "advice"))
                .isEqualTo("/advice");
        assertThat(visitor.read("/advice")).contains("Host some.");
        assertThat(visitor.read("/interview")).contains("Wording of power.priceUsdPerKwh");
    }

    @Test
    void placesTakeMoreRowsInTheInterviewToo() {
        String id = "regulation.jurisdictions";
        assertThat(visitor.follow("/interview/" + id, id + ".code", "PY", id + ".percent", "40", "action", "add-row"))
                .isEqualTo("/interview/" + id + "#add-row");
        assertThat(visitor.read("/interview/" + id)).contains("value=\"PY\"", id + "-percent-4");
    }

    @Test
    void aQuestionThatDoesNotExistIsNotFound() {
        assertThat(visitor.open("/interview/power.nothing")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visitor.send("/interview/power.nothing")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void frenchReadersAreInterviewedInFrench() {
        assertThat(new PageVisitor(http, "fr").read("/interview"))
                .contains(
                        "Environ 2 autres questions peuvent encore compter",
                        "Trop tôt pour le dire",
                        "Voir l’avis maintenant");
    }
}
