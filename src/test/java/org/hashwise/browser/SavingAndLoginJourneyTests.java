package org.hashwise.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Saved assessments, found again by their address, and logins. */
@BrowserTest
class SavingAndLoginJourneyTests {

    private static final Pattern ADDRESS = Pattern.compile(".*(/assessments/[^/?#]+)");

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#all")
    void anAssessmentIsSavedFoundByItsAddressGoneOnFromAndDeleted(BrowserSettings setting, BrowserFixture fixture) {
        String address;
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            visitor.open("/examples/cathedra-2024-09")
                    .press("save.save")
                    .sees("kept.link")
                    .fits();
            assertThat(visitor.page()).hasURL(ADDRESS);
            address = visitor.page().url().replaceFirst("^http://[^/]*", "");
        }
        try (BrowserVisitor colleague = fixture.visitor(setting)) {
            colleague.open(address).sees("kept.link");
            assertThat(colleague.page().locator(".recommendation .overline")).containsText("Cathedra");

            colleague.press("kept.continue").isAt("/questions/check");
            assertThat(colleague.page().locator(".origin-given").first()).isVisible();

            colleague
                    .open(address)
                    .follow("kept.delete")
                    .sees("kept.delete.lead", 1)
                    .fits();
            colleague.press("kept.delete.yes").sees("kept.gone.heading").fits();
            colleague.open(address).sees("kept.gone.heading");
        }
    }

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#small")
    void whoComesFromElsewhereLogsInAndGoesOnToWhatWasAskedFor(BrowserSettings setting, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(setting).fromElsewhere()) {
            Page page = visitor.open("/questions/power").isAt("/login").fits().page();

            enter(visitor, "wrong");
            assertThat(page.locator(".problems")).isFocused();
            visitor.sees("login.failed.lead").fits();

            enter(visitor, fixture.password());
            visitor.isAt("/questions/power").fits();
            assertThat(page.locator(".colophon")).containsText(visitor.text("layout.account", BrowserFixture.READER));

            visitor.press("layout.logout");
            visitor.open("/questions/power").isAt("/login");
        }
    }

    private static void enter(BrowserVisitor visitor, String password) {
        visitor.type("name", BrowserFixture.READER).type("password", password).press("login.submit");
    }
}
