package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.hashwise.consultation.SmallRulesSlice;
import org.hashwise.rulebook.Draft;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What visitors hear about changes of the rules that are not in force. */
class DraftNoticeTests extends PageSlice {

    @AfterEach
    void takeTheDraftAway() {
        RulebookActivation.dropDraft(SmallRulesSlice.RULEBOOKS);
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
                .contains("Edition 0123 stays in force");
        assertThat(new PageVisitor(http, "fr").read("/examples"))
                .contains("le brouillon présente 3 problèmes")
                .contains("L’édition 0123 reste en vigueur");
    }

    @Test
    void aSingleProblemIsNotCalledProblems() {
        draftWithProblems(1);

        assertThat(new PageVisitor(http, "en").read("/")).contains("the draft has one problem.");
        assertThat(new PageVisitor(http, "fr").read("/")).contains("le brouillon présente un problème.");
    }

    private void draftWithProblems(int count) {
        RulebookProblem problem = new RulebookProblem(
                "questions/power.yaml", 3, 1, "", "", Severity.ERROR, Code.UNKNOWN_KEY, List.of("lable"), "");
        RulebookActivation.draft(
                SmallRulesSlice.RULEBOOKS, new Draft("sha256:4567", Collections.nCopies(count, problem)));
    }
}
