package org.hashwise.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody without a mouse reaches everything, in order, and always sees where. */
@BrowserTest
class KeyboardTests {

    // A group of options is one stop; what is folded away is none.
    private static final String STOPS = """
        () => {
          const groups = new Set();
          window.stops = [...document.querySelectorAll(
            'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
            .filter(stop => stop.tabIndex >= 0 && stop.checkVisibility({ contentVisibilityAuto: true }))
            .filter(stop => {
              if (stop.type !== 'radio') return true;
              const group = document.querySelectorAll(`input[name="${stop.name}"]`);
              const entry = [...group].find(option => option.checked) ?? group[0];
              return stop === entry;
            });
          return window.stops.length;
        }
        """;

    // Where the focus is, by its place in that list, and whether it can be seen.
    private static final String HERE = """
        () => {
          const focused = document.activeElement;
          const style = getComputedStyle(focused);
          const box = focused.getBoundingClientRect();
          return {
            stop: window.stops.indexOf(focused),
            what: focused.outerHTML.slice(0, 100),
            marked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
            inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
          };
        }
        """;

    @ParameterizedTest
    @EnumSource(
            value = PageState.class,
            names = {"START", "EXAMPLES", "INTERVIEW_PLACES", "SECTION_ERRORS", "CHECK", "ADVICE_AI_HOSTING"})
    void tabReachesEverythingInOrderAndShowsWhere(PageState state, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(BrowserSettings.screen("en"))) {
            state.show(visitor);
            Page page = visitor.page();
            // The summary of errors holds the focus at first; the way begins at the top.
            page.evaluate("document.body.tabIndex = -1; document.body.focus()");
            int stops = ((Number) page.evaluate(STOPS)).intValue();
            List<Integer> reached = new ArrayList<>();
            for (int press = 0; press < stops; press++) {
                page.keyboard().press("Tab");
                @SuppressWarnings("unchecked")
                Map<String, Object> here = (Map<String, Object>) page.evaluate(HERE);
                assertThat(here)
                        .as("after %d stops", press)
                        .containsEntry("marked", true)
                        .containsEntry("inside", true);
                reached.add((Integer) here.get("stop"));
            }

            assertThat(reached)
                    .hasSize(stops)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .doesNotContain(-1);
        }
    }

    @Test
    void theFirstStopLeadsPastTheMenu(BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(BrowserSettings.screen("fr"))) {
            visitor.open("/questions/power");
            visitor.page().keyboard().press("Tab");
            assertThat(visitor.link("layout.skip")).isFocused();
            assertThat(visitor.link("layout.skip")).isInViewport();

            visitor.page().keyboard().press("Enter");
            visitor.page().keyboard().press("Tab");
            assertThat(visitor.page().locator("main .back")).isFocused();
        }
    }

    @Test
    void aQuestionIsAnsweredByKeysAlone(BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(BrowserSettings.screen("en"))) {
            Page page = visitor.open("/interview/power.contract").page();
            page.locator("[name='power.contract']").first().focus();
            page.keyboard().press("Space");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("[name='power.contract'][value=FIXED]")).isChecked();
            visitor.navigate(() -> page.keyboard().press("Enter"));
            assertThat(page.locator(".standing details li")).hasCount(1);

            visitor.open("/interview/power.energizedMw");
            page.keyboard().press("Tab");
            visitor.field("power.energizedMw").focus();
            page.keyboard().type("120");
            visitor.navigate(() -> page.keyboard().press("Enter"));
            assertThat(page.locator(".standing details li")).hasCount(2);

            visitor.button("interview.skip").focus();
            visitor.navigate(() -> page.keyboard().press("Space"));
            assertThat(page.locator(".standing details li")).hasCount(3);
        }
    }

    // The first button of a form answers the Enter key; more rows or another day are not what it means.
    @ParameterizedTest
    @EnumSource(Submission.class)
    void enterSavesWhatWasTyped(Submission form, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(BrowserSettings.screen("en"))) {
            Page page = visitor.open(form.path).page();
            visitor.type(form.field, form.text);
            visitor.field(form.field).focus();
            visitor.navigate(() -> page.keyboard().press("Enter"));

            visitor.isAt(form.next);
        }
    }

    enum Submission {
        MARKET("/questions/market", "market.blockSubsidyBtc", "3.125", "/questions/mining"),
        PLACES("/questions/regulation", "regulation.pendingTaxUsdPerKwh", "0.01", "/questions/treasury"),
        INTERVIEW("/interview/regulation.jurisdictions", "regulation.jurisdictions", "", "/interview");

        private final String path;
        private final String field;
        private final String text;
        private final String next;

        Submission(String path, String field, String text, String next) {
            this.path = path;
            this.field = field;
            this.text = text;
            this.next = next;
        }
    }
}
