package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.InOrder.inOrder;

import org.hashwise.questionnaire.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Doubts about answers: shown at the question, on the page with all answers and above the advice, and taken over. */
class DoubtPageTests extends PageSlice {

    private static final String HASHRATE = "mining.hashrateEh";
    private static final String DOUBT = "250\u00a0EH/s do not run on 5\u00a0MW.";

    @BeforeEach
    void enterADoubtfulHashrate() {
        enter(visitor);
    }

    @Test
    void aDoubtIsShownAtEachOfItsQuestionsWithTheSuggestionAtItsOwn() {
        assertThat(visitor.read("/questions/mining"))
                .contains(DOUBT, "name=\"take\"", "value=\"" + HASHRATE + ":0:0.25\"", "Use 0.25");
        assertThat(visitor.read("/questions/power")).contains(DOUBT).doesNotContain("name=\"take\"");
    }

    @Test
    void theSuggestionIsTakenAtTheQuestionByOnePress() {
        assertThat(visitor.follow("/questions/mining", HASHRATE, "250", "take", HASHRATE + ":0:0.25"))
                .startsWith("/questions/mining");

        assertThat(visitor.read("/questions/mining")).containsPattern("id=\"" + HASHRATE + "\"[^>]* value=\"0.25\"");
    }

    @Test
    void theSuggestionIsTakenOnThePageWithAllAnswers() {
        assertThat(visitor.read("/questions/check"))
                .satisfies(inOrder(DOUBT, "Is it 0.25", "href=\"/questions/mining?then=check#" + HASHRATE + "\""));

        assertThat(take("check", "0.25")).isEqualTo("/questions/check");
        assertThat(visitor.read("/questions/mining")).containsPattern("id=\"" + HASHRATE + "\"[^>]* value=\"0.25\"");
    }

    @Test
    void theSuggestionIsTakenAboveTheAdvice() {
        assertThat(visitor.read("/advice")).satisfies(inOrder(DOUBT, "Use 0.25", "Host some."));

        assertThat(take("advice", "0.25")).isEqualTo("/advice");
        visitor.read("/advice");
        assertThat(visitor.company().answers().byId()).containsEntry(HASHRATE, new Answer.Number(0.25));
    }

    @Test
    void theInterviewShowsDoubtsBesideItsQuestionAndAtTheDoubtedOne() {
        assertThat(visitor.read("/interview/" + HASHRATE)).contains(DOUBT, "name=\"take\"");
        visitor.follow("/interview/" + HASHRATE, HASHRATE, "250");
        assertThat(visitor.read("/interview/treasury.cashUsd"))
                .satisfies(inOrder(DOUBT, "name=\"then\" value=\"interview\"", "Use 0.25"));

        assertThat(take("interview", "0.25")).isEqualTo("/interview");
        assertThat(visitor.follow("/interview/" + HASHRATE, HASHRATE, "250", "take", HASHRATE + ":0:0.25"))
                .isEqualTo("/interview");
        assertThat(visitor.read("/questions/mining")).containsPattern("id=\"" + HASHRATE + "\"[^>]* value=\"0.25\"");
    }

    @Test
    void aDoubtIsShownInFrench() {
        PageVisitor french = new PageVisitor(http, "fr");
        enter(french);

        assertThat(french.read("/questions/check"))
                .containsPattern("Cette réponse est-elle exacte.\\?")
                .contains("Rien n’a été modifié")
                .contains("Est-ce 0,25");
    }

    @Test
    void whatNoQuestionTakesIsRefused() {
        assertThat(visitor.send("/questions/suggestion", "question", HASHRATE, "value", "-1"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(visitor.send("/questions/suggestion", "question", "no.question", "value", "1"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(visitor.send("/questions/suggestion", "question", HASHRATE, "value", "much"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(visitor.read("/questions/mining")).contains("value=\"250\"");
    }

    @Test
    void aVisitorWithoutAnswersBeginsAtTheBeginning() {
        PageVisitor nobody = new PageVisitor(http, "en");

        assertThat(nobody.follow("/questions/suggestion", "question", HASHRATE, "value", "0.25"))
                .isEqualTo("/");
    }

    private static void enter(PageVisitor visitor) {
        visitor.follow("/questions/mining", HASHRATE, "250");
        visitor.follow("/questions/power", "power.energizedMw", "5");
    }

    private String take(String then, String value) {
        return visitor.follow("/questions/suggestion", "question", HASHRATE, "value", value, "then", then);
    }
}
