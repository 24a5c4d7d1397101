package org.hashwise.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Journey from an advice: read an example, see what would change it, try other values, look at another map. */
@BrowserTest
class AdviceJourneyTests {

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#small")
    void anExampleIsReadAndLeft(BrowserSettings setting, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            visitor.open("/").follow("start.example").isAt("/examples").fits();
            visitor.go(visitor.page().locator("form[action='/examples/terawulf-2024-12'] button"))
                    .isAt("/advice")
                    .sees("study.did")
                    .fits();
            assertThat(visitor.page().locator(".recommendation")).hasClass("recommendation strategy-ai-hosting");
            assertThat(visitor.page().locator(".recommendation .overline")).containsText("TeraWulf");

            // Flips: each says the value, how far it is, and where it leads.
            Locator turn =
                    visitor.page().locator("[aria-labelledby=change] .flips li").first();
            assertThat(turn.locator("b")).not().isEmpty();
            assertThat(turn.locator(".then .strategy")).isVisible();
            Locator evidence = visitor.page().locator(".evidence details").first();
            evidence.locator("summary").click();
            assertThat(evidence.locator(".trace code").first()).isVisible();

            assertThat(visitor.page().locator(".peers article")).hasCount(3);
            assertThat(visitor.page().locator(".peers article .strategy").first())
                    .isVisible();

            visitor.press("study.leave").isAt("/interview");
            assertThat(visitor.page().locator(".standing details li")).hasCount(0);
        }
    }

    /** One press opens the contents, which stay in sight, a second one leads to the section. */
    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#large")
    void everySectionIsTwoPressesAway(BrowserSettings setting, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            visitor.open("/examples/terawulf-2025-08").isAt("/advice");
            Locator contents = visitor.page().locator(".contents details");
            List<String> sections = visitor.page().locator(".contents a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            Assertions.assertThat(sections).hasSizeGreaterThan(14);
            for (String section : List.of(sections.get(0), sections.get(9), sections.get(sections.size() - 1))) {
                if (contents.getAttribute("open") == null) {
                    contents.locator("summary").press("Enter");
                }
                contents.locator("a[href='" + section + "']").press("Enter");
                assertThat(visitor.page().locator("h2" + section)).isInViewport();
                assertThat(contents.locator("summary")).isInViewport();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#all")
    void otherValuesAreTriedOnPageAndMapAndTheAdviceComesBack(BrowserSettings setting, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            String id = "power.priceUsdPerKwh";
            visitor.open("/examples/iren-2023-08").isAt("/advice");
            String before = visitor.page().locator("main h1").textContent();

            // What is no number stays to be corrected.
            choose(visitor, "#what-if-question", id, "#what-if-choose");
            visitor.type(id, "cheap");
            visitor.page().locator("#what-if-try").click();
            assertThat(visitor.page().locator(".problems")).isFocused();
            assertThat(visitor.field(id)).hasValue("cheap");
            assertThat(visitor.field(id + "-error")).isVisible();
            assertThat(visitor.page().locator(".what-if-banner")).hasCount(0);

            // A number is followed by the whole page, and compared.
            visitor.type(id, visitor.number(0.14));
            visitor.page().locator("#what-if-try").click();
            assertThat(visitor.page().locator(".what-if-banner")).containsText(visitor.text("what-if.banner"));
            assertThat(visitor.page().locator("main h1")).not().hasText(before);
            assertThat(visitor.page().locator(".compared .result")).isVisible();
            visitor.fits();

            // The map goes along, over other values too.
            Locator caption = visitor.page().locator("#map-caption");
            String first = caption.textContent();
            visitor.page().locator("[aria-labelledby=map] summary").click();
            visitor.page().locator("#map-y").selectOption("mining.fleetEfficiencyJPerTh");
            visitor.page().locator("#map-draw").click();
            assertThat(caption).not().hasText(first);
            assertThat(visitor.page().locator("#map-y")).hasValue("mining.fleetEfficiencyJPerTh");
            assertThat(visitor.page().locator(".map td.own")).hasCount(1);
            visitor.fits();

            visitor.page().locator("#what-if-discard").click();
            assertThat(visitor.page().locator(".what-if-banner")).hasCount(0);
            assertThat(visitor.page().locator("main h1")).hasText(before);
        }
    }

    @Test
    void whatALeaseBringsIsExplainedAndSurvivalHasTheAxisOfTheMemo(BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(BrowserSettings.screen("en"))) {
            visitor.open("/examples/terawulf-2025-08").isAt("/advice").sees("calendar.building.net");
            String axis = visitor.page().locator("svg.over text").first().textContent();
            visitor.open("/advice/memo");
            for (String end : axis.split(", ", -1)) {
                assertThat(visitor.page().locator(".memo .plot .scale").last()).containsText(end);
            }
        }
    }

    // With scripts the choice is followed at once; the button is for those without, and does no harm.
    private static void choose(BrowserVisitor visitor, String list, String value, String button) {
        visitor.page().locator(list).selectOption(value);
        if (!visitor.setting().scripts()) {
            visitor.page().locator(button).click();
        }
        assertThat(visitor.field(value)).isVisible();
    }
}
