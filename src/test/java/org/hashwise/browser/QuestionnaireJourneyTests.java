package org.hashwise.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions by section, the page with all answers, and what happens to mistakes. */
@BrowserTest
class QuestionnaireJourneyTests {

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#all")
    void sectionsLeadToTheCheckAndToAdvice(BrowserSettings setting, BrowserFixture studio) {
        try (BrowserVisitor guest = studio.welcome(setting)) {
            guest.open("/").follow("start.sections").isAt("/questions/company").fits();
            guest.type("company", "Blue Mesa Mining").pick("company.listed", "true");
            guest.press("section.next").fits();

            guest.open("/questions/power")
                    .type("power.energizedMw", guest.number(245.5))
                    .pick("power.contract", "HEDGED")
                    .press("section.check")
                    .isAt("/questions/check")
                    .fits();
            assertThat(guest.page().locator(".origin-given")).hasCount(3);

            // One answer is changed from there, and the way leads back.
            guest.go(guest.page().locator("a[href$='#power.energizedMw']").first())
                    .type("power.energizedMw", guest.number(120))
                    .press("section.return")
                    .isAt("/questions/check");
            assertThat(guest.page().locator(".origin-given").first()).isVisible();

            guest.follow("check.advice").isAt("/advice").fits();
            assertThat(guest.page().locator(".recommendation .overline")).containsText("Blue Mesa Mining");
        }
    }

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#all")
    void aMistakeIsNamedAtItsFieldAndNothingTypedIsLost(BrowserSettings setting, BrowserFixture studio) {
        try (BrowserVisitor guest = studio.welcome(setting)) {
            guest.open("/questions/power")
                    .type("power.energizedMw", "two hundred")
                    .type("power.largestSiteMw", "-5")
                    .type("power.pipelineMw", guest.number(12.5))
                    .pick("power.contract", "INDEXED")
                    .press("section.next")
                    .isAt("/questions/power")
                    .fits();

            assertThat(guest.page()).hasTitle(guest.say("section.title.error", title(guest)));
            Locator summary = guest.page().locator(".problems");
            assertThat(summary).isFocused();
            assertThat(summary.locator("h2")).hasText(guest.say("problems.heading", 2));
            assertThat(summary.locator("a[href='#power.energizedMw']")).isVisible();
            assertThat(guest.field("power.energizedMw")).hasAttribute("aria-invalid", "true");
            assertThat(guest.field("power.energizedMw"))
                    .hasAttribute(
                            "aria-describedby",
                            "power.energizedMw-error power.energizedMw-help power.energizedMw-unknown");
            assertThat(guest.field("power.energizedMw-error"))
                    .hasText(guest.say("field.not-a-number", "two hundred", "MW"));
            assertThat(guest.field("power.energizedMw")).hasValue("two hundred");
            assertThat(guest.field("power.largestSiteMw")).hasValue("-5");
            assertThat(guest.field("power.pipelineMw")).hasValue(guest.number(12.5));
            assertThat(guest.page().locator("input[name='power.contract'][value=INDEXED]"))
                    .isChecked();

            summary.locator("a[href='#power.energizedMw']").click();
            assertThat(guest.field("power.energizedMw")).isFocused();

            guest.type("power.energizedMw", guest.number(200))
                    .type("power.largestSiteMw", "")
                    .press("section.next");
            assertThat(guest.page().locator(".problems")).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#all")
    void sharesMustAddUp(BrowserSettings setting, BrowserFixture studio) {
        try (BrowserVisitor guest = studio.welcome(setting)) {
            String id = "regulation.jurisdictions";
            guest.open("/questions/regulation")
                    .type(id, "US-TX")
                    .type(id + "-percent-1", guest.number(60))
                    .type(id + "-code-2", "CA-QC")
                    .type(id + "-percent-2", guest.number(30.5))
                    .press("section.next")
                    .isAt("/questions/regulation")
                    .fits();

            assertThat(guest.page().locator(".problems")).isFocused();
            assertThat(guest.page().locator("fieldset.invalid")).hasAttribute("aria-invalid", "true");
            assertThat(guest.field(id + "-error")).isVisible();
            guest.page().locator(".problems a").click();
            assertThat(guest.field(id)).isFocused();
            assertThat(guest.field(id)).hasValue("US-TX");
            assertThat(guest.field(id + "-percent-2")).hasValue(guest.number(30.5));

            // More rows keep what stands in the others, mistaken or not.
            guest.press("field.share.add").fits();
            assertThat(guest.field(id + "-percent-2")).hasValue(guest.number(30.5));
            guest.type(id + "-percent-2", guest.number(40)).press("section.next");
            assertThat(guest.page().locator(".problems")).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#all")
    void theInterviewNamesAMistakeToo(BrowserSettings setting, BrowserFixture studio) {
        try (BrowserVisitor guest = studio.welcome(setting)) {
            String id = "power.priceUsdPerKwh";
            guest.open("/interview/" + id)
                    .type(id, "cheap")
                    .press("interview.answer")
                    .isAt("/interview/" + id)
                    .fits();

            assertThat(guest.page().locator(".problems")).isFocused();
            assertThat(guest.field(id)).hasValue("cheap");
            assertThat(guest.field(id + "-error")).isVisible();

            // Without scripts too, the mistake stands in the way of advice, and the page says where it is.
            guest.open("/questions/check");
            assertThat(guest.page().locator(".problems a")).hasCount(1);
            guest.open("/advice").isAt("/questions/check");
        }
    }

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#all")
    void whatWasMeantIsFilledInByOnePress(BrowserSettings setting, BrowserFixture studio) {
        try (BrowserVisitor guest = studio.welcome(setting)) {
            String price = "power.priceUsdPerKwh";
            guest.open("/questions/power")
                    .type(price, "29")
                    .type("power.energizedMw", "0.245 GW")
                    .type("power.largestSiteMw", "two hundred")
                    .press("section.next")
                    .isAt("/questions/power")
                    .fits();
            assertThat(guest.field(price + "-error")).isVisible();

            guest.page().locator("button[name='take']").click();
            guest.isAt("/questions/power").fits();
            assertThat(guest.field(price)).hasValue(guest.number(0.029));
            assertThat(guest.field("power.energizedMw")).hasValue(guest.number(245));
            assertThat(guest.field("power.largestSiteMw")).hasValue("two hundred");
            assertThat(guest.page().locator(".problems li")).hasCount(1);
        }
    }

    private static String title(BrowserVisitor guest) {
        return guest.page().locator("h1").textContent();
    }
}
