package org.hashwise.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guided interview from the start page to the advice, and everything that one may do on the way. */
@BrowserTest
class InterviewJourneyTests {

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#all")
    void theInterviewEndsByItselfAndLeadsToAdvice(BrowserSettings setting, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            // Somebody who knows most figures by heart has sent them already; the interview asks for the rest.
            InterviewRespondent interviewee = new InterviewRespondent(visitor);
            interviewee.sendWhatIsKnown();
            visitor.open("/").follow("start.continue").isAt("/interview").fits();

            interviewee.answerAll();

            assertThat(interviewee.asked()).doesNotHaveDuplicates();
            visitor.fits()
                    .follow("interview.see")
                    .isAt("/advice")
                    .sees("advice.overline")
                    .fits();
        }
    }

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#small")
    void onTheWayOneMaySkipSwitchTheLanguageGoBackAndLeave(BrowserSettings setting, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            InterviewRespondent interviewee = new InterviewRespondent(visitor);
            visitor.open("/").follow("start.begin").isAt("/interview").fits();
            interviewee.skip().answer().answer();
            String third = interviewee.question();
            String second = interviewee.asked().get(2);
            String given = given(visitor, second);

            // The other language shows the same question, and what was said stays said.
            visitor.go(visitor.page().locator(".languages [lang=" + setting.otherLanguage() + "]"));
            assertThat(visitor.page().locator("html")).hasAttribute("lang", setting.otherLanguage());
            assertThat(interviewee.question()).isEqualTo(third);
            assertThat(given(visitor, second)).isNotBlank();
            visitor.go(visitor.page().locator(".languages [lang=" + setting.language() + "]"));
            assertThat(given(visitor, second)).isEqualTo(given);

            // Back to the first one, which now gets an answer after all; those after it stay.
            String first = interviewee.asked().get(0);
            visitor.follow("section.back").follow("section.back").follow("section.back");
            assertThat(interviewee.question()).isEqualTo(first);
            interviewee.answer();
            assertThat(interviewee.question()).isEqualTo(third);
            assertThat(given(visitor, second)).isEqualTo(given);

            visitor.press("interview.advice").isAt("/advice").sees("advice.overline");
        }
    }

    /** The answers in the list beside the question; it may be folded. */
    private static String given(BrowserVisitor visitor, String id) {
        Locator line = visitor.page()
                .locator(".standing details li")
                .filter(new Locator.FilterOptions().setHas(visitor.page().locator("a[href='/interview/" + id + "']")));
        return line.locator("span > span").first().textContent();
    }
}
