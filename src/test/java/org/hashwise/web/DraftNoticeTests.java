package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.hashwise.rulebook.Draft;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The notice for visitors about changes of the rules that are not in force. */
class DraftNoticeTests extends PageSlice {

    @AfterEach
    void takeTheDraftAway() {
        RulebookActivation.dropDraft(RULEBOOKS);
    }

    @Test
    void withoutADraftNothingIsSaid() {
        assertThat(new PageVisitor(http, "en").read("/")).doesNotContain("class=\"draft");
    }

    @Test
    void everyPageSaysHowManyProblemsTheDraftHasAndWhichEditionIsInForce() {
        draftWithProblems(3);

        assertThat(new PageVisitor(http, "en").read("/"))
                .contains("the draft has 3 problems")
                .contains("Edition " + inForce() + " stays in force");
        assertThat(new PageVisitor(http, "fr").read("/examples"))
                .contains("le brouillon présente 3 problèmes")
                .contains("L’édition " + inForce() + " reste en vigueur");
    }

    @Test
    void aSingleProblemIsNotCalledProblems() {
        draftWithProblems(1);

        assertThat(new PageVisitor(http, "en").read("/")).contains("the draft has one problem.");
        assertThat(new PageVisitor(http, "fr").read("/")).contains("le brouillon présente un problème.");
    }

    private static String inForce() {
        return RULEBOOKS.current().edition().substring("sha256:".length()).substring(0, 12);
    }

    private void draftWithProblems(int count) {
        RulebookProblem problem = new RulebookProblem(
                "questions/power.yaml", 3, 1, "", "", Severity.ERROR, Code.UNKNOWN_KEY, List.of("lable"), "");
        RulebookActivation.draft(RULEBOOKS, new Draft("sha256:4567", Collections.nCopies(count, problem)));
    }
}
