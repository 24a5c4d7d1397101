package org.hashwise.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one does with an advice: read an example, see what would turn it, try other values, look at another map. */
@BrowserTest
class AdviceJourneyTests {

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#all")
    void anExampleIsReadAndLeft(BrowserSettings setting, BrowserFixture studio) {
        try (BrowserVisitor guest = studio.welcome(setting)) {
            guest.open("/").follow("start.example").isAt("/examples").fits();
            guest.go(guest.page().locator("form[action='/examples/terawulf-2024-12'] button"))
                    .isAt("/advice")
                    .sees("study.did")
                    .fits();
            assertThat(guest.page().locator(".recommendation")).hasClass("recommendation strategy-ai-hosting");
            assertThat(guest.page().locator(".recommendation .overline")).containsText("TeraWulf");

            // Flips: each says the value, how far it is, and where it leads.
            Locator turn =
                    guest.page().locator("[aria-labelledby=change] .turns li").first();
            assertThat(turn.locator("b")).not().isEmpty();
            assertThat(turn.locator(".then .strategy")).isVisible();
            Locator evidence = guest.page().locator(".evidence details").first();
            evidence.locator("summary").click();
            assertThat(evidence.locator(".trace code").first()).isVisible();

            guest.press("study.leave").isAt("/interview");
            assertThat(guest.page().locator(".standing details li")).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#all")
    void otherValuesAreTriedOnPageAndMapAndTheAdviceComesBack(BrowserSettings setting, BrowserFixture studio) {
        try (BrowserVisitor guest = studio.welcome(setting)) {
            String id = "power.priceUsdPerKwh";
            guest.open("/examples/iren-2023-08").isAt("/advice");
            String before = guest.page().locator("main h1").textContent();

            // What is no number stays to be corrected.
            choose(guest, "#trial-question", id, "#trial-choose");
            guest.type(id, "cheap");
            guest.page().locator("#trial-try").click();
            assertThat(guest.page().locator(".problems")).isFocused();
            assertThat(guest.field(id)).hasValue("cheap");
            assertThat(guest.field(id + "-error")).isVisible();
            assertThat(guest.page().locator(".trial-banner")).hasCount(0);

            // A number is followed by the whole page, and compared.
            guest.type(id, guest.number(0.14));
            guest.page().locator("#trial-try").click();
            assertThat(guest.page().locator(".trial-banner")).containsText(guest.say("trial.banner"));
            assertThat(guest.page().locator("main h1")).not().hasText(before);
            assertThat(guest.page().locator(".compared .result")).isVisible();
            guest.fits();

            // The map goes along, over other values too.
            Locator caption = guest.page().locator("#map-caption");
            String first = caption.textContent();
            guest.page().locator("#map-y").selectOption("mining.fleetEfficiencyJPerTh");
            guest.page().locator("#map-draw").click();
            assertThat(caption).not().hasText(first);
            assertThat(guest.page().locator("#map-y")).hasValue("mining.fleetEfficiencyJPerTh");
            assertThat(guest.page().locator(".map td.own")).hasCount(1);
            guest.fits();

            guest.page().locator("#trial-discard").click();
            assertThat(guest.page().locator(".trial-banner")).hasCount(0);
            assertThat(guest.page().locator("main h1")).hasText(before);
        }
    }

    // With scripts the choice is followed at once; the button is for those without, and does no harm.
    private static void choose(BrowserVisitor guest, String list, String value, String button) {
        guest.page().locator(list).selectOption(value);
        if (!guest.setting().scripts()) {
            guest.page().locator(button).click();
        }
        assertThat(guest.field(value)).isVisible();
    }
}
