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
    void sectionsLeadToTheCheckAndToAdvice(BrowserSettings setting, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            visitor.open("/")
                    .follow("start.sections")
                    .isAt("/questions/company")
                    .fits();
            visitor.type("company", "Blue Mesa Mining").pick("company.listed", "true");
            visitor.press("section.next").fits();

            visitor.open("/questions/power")
                    .type("power.energizedMw", visitor.number(245.5))
                    .pick("power.contract", "HEDGED")
                    .press("section.check")
                    .isAt("/questions/check")
                    .fits();
            assertThat(visitor.page().locator(".origin-given")).hasCount(3);

            // One answer is changed from there, and the way leads back.
            visitor.go(visitor.page().locator("a[href$='#power.energizedMw']").first())
                    .type("power.energizedMw", visitor.number(120))
                    .press("section.return")
                    .isAt("/questions/check");
            assertThat(visitor.page().locator(".origin-given").first()).isVisible();

            visitor.follow("check.advice").isAt("/advice").fits();
            assertThat(visitor.page().locator(".recommendation .overline")).containsText("Blue Mesa Mining");
        }
    }

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#large")
    void aMistakeIsNamedAtItsFieldAndNothingTypedIsLost(BrowserSettings setting, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            visitor.open("/questions/power")
                    .type("power.energizedMw", "two hundred")
                    .type("power.largestSiteMw", "-5")
                    .type("power.pipelineMw", visitor.number(12.5))
                    .pick("power.contract", "INDEXED")
                    .press("section.next")
                    .isAt("/questions/power")
                    .fits();

            assertThat(visitor.page()).hasTitle(visitor.text("section.title.error", title(visitor)));
            Locator summary = visitor.page().locator(".problems");
            assertThat(summary).isFocused();
            assertThat(summary.locator("h2")).hasText(visitor.text("problems.heading", 2));
            assertThat(summary.locator("a[href='#power.energizedMw']")).isVisible();
            assertThat(visitor.field("power.energizedMw")).hasAttribute("aria-invalid", "true");
            assertThat(visitor.field("power.energizedMw"))
                    .hasAttribute(
                            "aria-describedby",
                            "power.energizedMw-error power.energizedMw-help power.energizedMw-unknown");
            assertThat(visitor.field("power.energizedMw-error"))
                    .hasText(visitor.text("field.not-a-number", "two hundred", "MW"));
            assertThat(visitor.field("power.energizedMw")).hasValue("two hundred");
            assertThat(visitor.field("power.largestSiteMw")).hasValue("-5");
            assertThat(visitor.field("power.pipelineMw")).hasValue(visitor.number(12.5));
            assertThat(visitor.page().locator("input[name='power.contract'][value=INDEXED]"))
                    .isChecked();

            summary.locator("a[href='#power.energizedMw']").click();
            assertThat(visitor.field("power.energizedMw")).isFocused();

            visitor.type("power.energizedMw", visitor.number(200))
                    .type("power.largestSiteMw", "")
                    .press("section.next");
            assertThat(visitor.page().locator(".problems")).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#small")
    void sharesMustAddUp(BrowserSettings setting, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            String id = "regulation.jurisdictions";
            visitor.open("/questions/regulation")
                    .type(id, "US-TX")
                    .type(id + "-percent-1", visitor.number(60))
                    .type(id + "-code-2", "CA-QC")
                    .type(id + "-percent-2", visitor.number(30.5))
                    .press("section.next")
                    .isAt("/questions/regulation")
                    .fits();

            assertThat(visitor.page().locator(".problems")).isFocused();
            assertThat(visitor.page().locator("fieldset.invalid")).hasAttribute("aria-invalid", "true");
            assertThat(visitor.field(id + "-error")).isVisible();
            visitor.page().locator(".problems a").click();
            assertThat(visitor.field(id)).isFocused();
            assertThat(visitor.field(id)).hasValue("US-TX");
            assertThat(visitor.field(id + "-percent-2")).hasValue(visitor.number(30.5));

            // More rows keep the entries of the others, mistaken or not.
            visitor.press("field.share.add").fits();
            assertThat(visitor.field(id + "-percent-2")).hasValue(visitor.number(30.5));
            visitor.type(id + "-percent-2", visitor.number(40)).press("section.next");
            assertThat(visitor.page().locator(".problems")).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#small")
    void theInterviewNamesAMistakeToo(BrowserSettings setting, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            String id = "power.priceUsdPerKwh";
            visitor.open("/interview/" + id)
                    .type(id, "cheap")
                    .press("interview.answer")
                    .isAt("/interview/" + id)
                    .fits();

            assertThat(visitor.page().locator(".problems")).isFocused();
            assertThat(visitor.field(id)).hasValue("cheap");
            assertThat(visitor.field(id + "-error")).isVisible();

            // Without scripts too, the mistake stands in the way of advice, and the page says where it is.
            visitor.open("/questions/check");
            assertThat(visitor.page().locator(".problems a")).hasCount(1);
            visitor.open("/advice").isAt("/questions/check");
        }
    }

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#large")
    void whatWasMeantIsFilledInByOnePress(BrowserSettings setting, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            String price = "power.priceUsdPerKwh";
            visitor.open("/questions/power")
                    .type(price, "29")
                    .type("power.energizedMw", "0.245 GW")
                    .type("power.largestSiteMw", "two hundred")
                    .press("section.next")
                    .isAt("/questions/power")
                    .fits();
            assertThat(visitor.field(price + "-error")).isVisible();

            visitor.page().locator("button[name='take']").click();
            visitor.isAt("/questions/power").fits();
            assertThat(visitor.field(price)).hasValue(visitor.number(0.029));
            assertThat(visitor.field("power.energizedMw")).hasValue(visitor.number(245));
            assertThat(visitor.field("power.largestSiteMw")).hasValue("two hundred");
            assertThat(visitor.page().locator(".problems li")).hasCount(1);
        }
    }

    private static String title(BrowserVisitor visitor) {
        return visitor.page().locator("h1").textContent();
    }
}
