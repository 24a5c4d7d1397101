package org.hashwise.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pictures of the README, taken anew into target/screenshots/readme; who likes them copies them to src/docs/pictures. */
@BrowserTest
@Tag("long")
class ReadmePicturesTests {

    private static final Path FOLDER = Path.of("target", "screenshots", "readme");
    private static final int WIDTH = 1200;
    private static final int HEAVIEST_BYTES = 150_000;

    @Test
    void theStartPage(BrowserFixture studio) throws IOException {
        try (BrowserVisitor guest = studio.welcome(new BrowserSettings(true, WIDTH, "en", ColorScheme.LIGHT))) {
            guest.open("/");
            take(guest, "start");
        }
    }

    @Test
    void anAdvice(BrowserFixture studio) throws IOException {
        try (BrowserVisitor guest = studio.welcome(new BrowserSettings(true, WIDTH, "en", ColorScheme.LIGHT))) {
            guest.open("/examples/terawulf-2025-08");
            take(guest, "advice");
        }
    }

    @Test
    void aMap(BrowserFixture studio) throws IOException {
        try (BrowserVisitor guest = studio.welcome(new BrowserSettings(true, WIDTH, "en", ColorScheme.LIGHT))) {
            guest.open("/examples/iren-2023-08");
            guest.page().locator("#map").evaluate("heading => heading.scrollIntoView()");
            take(guest, "map");
        }
    }

    @Test
    void anAdviceInFrenchOnATelephoneAtNight(BrowserFixture studio) throws IOException {
        try (BrowserVisitor guest =
                studio.welcome(new BrowserSettings(true, BrowserSettings.TELEPHONE, "fr", ColorScheme.DARK))) {
            guest.open("/examples/terawulf-2025-08");
            take(guest, "advice-fr-320");
        }
    }

    private static void take(BrowserVisitor guest, String name) throws IOException {
        guest.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));

        // Small enough to be read on a telephone too; who copies a picture there may have to save it with fewer
        // colours.
        assertThat(Files.size(Path.of("src", "docs", "pictures", name + ".png")))
                .as("shown " + name)
                .isLessThan(HEAVIEST_BYTES);
    }
}
