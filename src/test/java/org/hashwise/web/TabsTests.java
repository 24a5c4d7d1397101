package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.hashwise.questionnaire.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Several pages of one browser, left open and sent later. */
class TabsTests extends PageSlice {

    private static final String PRICE = "power.priceUsdPerKwh";
    private static final String SITE = "power.largestSiteMw";
    private static final String POWER = "/questions/power";

    @Test
    void aWhatIfAndASaveGoToTheCompanyOfTheirPage() {
        String alpha = alphaThenBeta();

        String back = sent(new PageForm(alpha, "/advice/what-if/question").type("question", PRICE));
        assertThat(visitor.read(back)).contains(" for Alpha").doesNotContain(" for Beta");
        sent(new PageForm(visitor.read(back), "/advice/what-if").type(PRICE, "0.04"));
        assertThat(visitor.company().company()).isEqualTo("Alpha");

        String saved = sent(new PageForm(alpha, "/assessments"));
        assertThat(visitor.read(saved)).contains(" for Alpha").doesNotContain("Beta");
    }

    @Test
    void theOtherOpenCompaniesAreOneLinkAway() {
        String alpha = alphaThenBeta();
        String back = sent(new PageForm(alpha, "/advice/map").type("x", PRICE).type("y", SITE));

        assertThat(visitor.read(back))
                .contains("This page is about Alpha.", "/questions/check?consultation=", ">Beta<");
        assertThat(back).contains("consultation=");
        assertThat(visitor.read("/questions/check" + back.replaceAll("^[^?]*|#.*", "")))
                .contains("This page is about Alpha.", "<a href=\"/questions/power?then=check&amp;consultation=")
                .doesNotContain("This page is about Beta.");
    }

    @Test
    void anExampleAndOnesOwnAnswersDoNotMix() {
        visitor.follow(POWER, PRICE, "0.05");
        String own = visitor.read(POWER);
        visitor.follow("/examples/harbour-2024-06");

        String back = sent(new PageForm(own, POWER).type(PRICE, "0.044"));

        assertThat(back).contains("consultation=");
        visitor.read("/advice" + back.replaceAll("^[^?]*", ""));
        assertThat(visitor.company().company()).isEmpty();
        assertThat(visitor.company().answers().byId()).containsOnlyKeys(PRICE);
        assertThat(sent(new PageForm(visitor.read("/examples"), "/examples/harbour-2024-06")))
                .startsWith("/advice");
        visitor.read("/advice");
        assertThat(visitor.company().answers().byId()).doesNotContainKey(PRICE);
    }

    @Test
    void aFieldThatThePageDidNotChangeChangesNothing() {
        visitor.follow(POWER, SITE, "90", "power.contract", "FIXED");
        PageForm early = new PageForm(visitor.read(POWER), POWER).type(PRICE, "0.04");
        visitor.follow(POWER, SITE, "95", "power.contract", "INDEXED");

        sent(early);

        visitor.read("/advice");
        assertThat(visitor.company().answers().byId())
                .containsEntry(SITE, new Answer.Number(95))
                .containsEntry("power.contract", new Answer.Choice("INDEXED"))
                .containsEntry(PRICE, new Answer.Number(0.04));
    }

    @Test
    void theLaterOfTwoChangesCountsAndTheOtherIsTold() {
        visitor.follow(POWER, SITE, "90");
        PageForm early = new PageForm(visitor.read(POWER), POWER).type(SITE, "80");
        visitor.follow(POWER, SITE, "95");

        String next = sent(early);

        assertThat(visitor.read(next))
                .contains("Label of power.largestSiteMw had been changed in another window to 95\u00a0MW");
        assertThat(visitor.read(next)).doesNotContain("had been changed");
        visitor.read("/advice");
        assertThat(visitor.company().answers().get(SITE)).contains(new Answer.Number(80));
    }

    @Test
    void afterTheSessionEndedWhatWasSentIsKeptAndTheRestSaidToBeGone() {
        visitor.follow("/questions/mining", "mining.hashrateEh", "8");
        visitor.follow(POWER, SITE, "90");
        PageForm open = new PageForm(visitor.read(POWER), POWER).type(PRICE, "0.05");
        visitor.loseSession();

        String next = sent(open);

        assertThat(visitor.read(next)).contains("Your session had ended", "what you had entered before is gone");
        visitor.read("/advice");
        assertThat(visitor.company().answers().byId()).containsOnlyKeys(PRICE, SITE);
    }

    @Test
    void anInterviewAndAWhatIfGoOnAfterTheSessionEnded() {
        visitor.follow("/interview/" + PRICE, PRICE, "0.05");
        PageForm question = new PageForm(visitor.read("/interview/" + SITE), "/interview/" + SITE).type(SITE, "95");
        visitor.loseSession();
        assertThat(visitor.read(sent(question))).contains("Your session had ended");

        visitor.follow("/advice/what-if/question", "question", PRICE);
        PageForm trial = new PageForm(visitor.read("/advice"), "/advice/what-if").type(PRICE, "0.03");
        visitor.loseSession();
        assertThat(visitor.read(sent(trial))).contains("Your session had ended", "USD\u00a00.03/kWh");
    }

    @Test
    void savingAfterTheSessionEndedSavesNothingAndSaysSo() {
        visitor.follow(POWER, SITE, "90");
        PageForm save = new PageForm(visitor.read("/advice"), "/assessments");
        visitor.loseSession();

        MvcTestResult refused = visitor.send(save.action(), save.fields());

        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(PageVisitor.html(refused)).contains("Your session had ended", "Nothing was saved");
    }

    @Test
    void saveSavesWhatThePageShowsOrAsks() {
        visitor.follow(POWER, SITE, "90");
        PageForm save = new PageForm(visitor.read("/advice"), "/assessments");
        visitor.follow(POWER, SITE, "95");

        MvcTestResult refused = visitor.send(save.action(), save.fields());

        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        String page = PageVisitor.html(refused);
        assertThat(page).contains("The answers were changed in another window");
        assertThat(sent(new PageForm(page, "/assessments"))).startsWith("/assessments/");
    }

    @Test
    void savingWithoutAChangeSaysSoAndMakesNoVersion() {
        visitor.follow(POWER, SITE, "90");
        String page = visitor.read("/advice");
        String first = sent(new PageForm(page, "/assessments"));

        assertThat(sent(new PageForm(page, "/assessments"))).isEqualTo(first);
        assertThat(visitor.read(first)).contains("Nothing has changed since version 1", "version 1 of");
        visitor.follow(POWER, SITE, "91");
        assertThat(visitor.follow("/assessments")).isEqualTo(first);
        assertThat(visitor.read(first)).contains("version 2 of");
    }

    @Test
    void oneFormSentThreeTimesAtOnceMakesOneAssessment() {
        visitor.follow(POWER, SITE, "90");
        PageForm save = new PageForm(visitor.read("/advice"), "/assessments");

        List<String> addresses =
                IntStream.range(0, 3).parallel().mapToObj(each -> sent(save)).toList();

        assertThat(addresses.stream().distinct()).hasSize(1);
    }

    @Test
    void changesThatAreTriedAreKeptAsThePageShowsThem() {
        visitor.follow(POWER, PRICE, "0.05");
        visitor.follow("/advice/what-if", "question", PRICE, PRICE, "0.03");
        PageForm keep = new PageForm(visitor.read("/advice"), "/advice/what-if/keep");
        visitor.follow("/advice/what-if", "question", PRICE, PRICE, "0.02");

        assertThat(visitor.read(sent(keep))).contains("Look at them again", "USD\u00a00.02/kWh");
        assertThat(visitor.read(POWER)).contains("value=\"0.05\"");
    }

    @Test
    void savingBesideATrialSaysWhatItSaves() {
        visitor.follow(POWER, PRICE, "0.05");
        assertThat(visitor.read("/advice")).doesNotContain("without the values you try");
        visitor.follow("/advice/what-if", "question", PRICE, PRICE, "0.03");

        assertThat(visitor.read("/advice")).contains("Saves your answers without the values you try.");
    }

    @Test
    void anotherLanguageKeepsWhatWasNotSent() {
        visitor.follow(POWER, SITE, "90");
        PageForm section =
                new PageForm(visitor.read(POWER), POWER).type(PRICE, "0.05").type("action", "language");
        assertThat(visitor.follow(POWER + "?lang=fr", section.fields())).isEqualTo(POWER);
        assertThat(visitor.read(POWER + "?lang=fr")).contains("<html lang=\"fr\">", "value=\"0,05\"");

        PageForm question = new PageForm(visitor.read("/interview/" + SITE), "/interview/" + SITE)
                .type(SITE, "1.250")
                .type("action", "language");
        visitor.follow("/interview/" + SITE + "?lang=en", question.fields());
        assertThat(visitor.read("/interview/" + SITE + "?lang=en"))
                .contains("<html lang=\"en\">", "value=\"1.250\"", "can be read in two ways");
    }

    @Test
    void whatIsTypedIsReadInTheLanguageOfItsPage() {
        PageForm french = new PageForm(visitor.read(POWER + "?lang=fr"), POWER).type(PRICE, "0,05");
        visitor.read("/?lang=en");

        sent(french);

        visitor.read("/advice");
        assertThat(visitor.company().answers().get(PRICE)).contains(new Answer.Number(0.05));
    }

    @Test
    void clearingEverythingAsksFirst() {
        visitor.follow("/questions/company", "company", "Alpha");

        assertThat(visitor.read("/")).contains("href=\"/restart\"");
        String question = visitor.read("/restart");
        assertThat(question).contains("Clear everything?", "Alpha", "Keep my answers");
        assertThat(visitor.read("/questions/company")).contains("value=\"Alpha\"");
        assertThat(sent(new PageForm(question, "/restart"))).isEqualTo("/");
        assertThat(visitor.read("/questions/company")).doesNotContain("Alpha");
    }

    @Test
    void aSavedAssessmentInAnotherLanguageSaysSo() {
        visitor.follow(POWER, SITE, "90");
        String address = visitor.follow("/assessments");

        assertThat(visitor.read(address)).doesNotContain("written in English");
        assertThat(new PageVisitor(http, "fr").read(address)).contains("a été rédigée en anglais");
    }

    @Test
    void soManyCompaniesAreOpenAndNoMore() {
        for (int each = 0; each < 20; each++) {
            visitor.follow(
                    "/questions/company", "company", "Company " + each, "consultation", "company" + (100 + each));
        }
        assertThat(visitor.read("/restart"))
                .contains("Company 19", "Company 12")
                .doesNotContain("Company 11");
    }

    /** Alpha in one tab, and in another what was Alpha becomes Beta; gives the advice page of the first. */
    private String alphaThenBeta() {
        visitor.follow("/questions/company", "company", "Alpha");
        visitor.follow(POWER, PRICE, "0.03");
        String alpha = visitor.read("/advice");
        sent(new PageForm(visitor.read("/questions/company"), "/questions/company").type("company", "Beta"));
        sent(new PageForm(visitor.read(POWER), POWER).type(PRICE, "0.09"));
        visitor.read("/advice");
        assertThat(visitor.company().company()).isEqualTo("Beta");
        return alpha;
    }

    private String sent(PageForm form) {
        return visitor.follow(form.action(), form.fields());
    }
}
