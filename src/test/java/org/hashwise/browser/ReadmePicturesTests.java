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
@InBrowser
@Tag("long")
class ReadmePicturesTests {

    private static final Path FOLDER = Path.of("target", "screenshots", "readme");
    private static final int WIDTH = 1080;
    private static final int HEAVIEST_BYTES = 150_000;

    @Test
    void theStartPage(Studio studio) throws IOException {
        try (Guest guest = studio.welcome(new Setting(true, WIDTH, "en", ColorScheme.LIGHT))) {
            guest.open("/");
            take(guest, "start");
        }
    }

    @Test
    void anAdviceAndItsMap(Studio studio) throws IOException {
        try (Guest guest = studio.welcome(new Setting(true, WIDTH, "en", ColorScheme.LIGHT))) {
            guest.open("/examples/iren-2023-08");
            take(guest, "advice");
            guest.page().locator("#map").evaluate("heading => heading.scrollIntoView()");
            take(guest, "map");
        }
    }

    @Test
    void theInterviewInFrenchOnATelephoneAtNight(Studio studio) throws IOException {
        try (Guest guest = studio.welcome(new Setting(true, Setting.TELEPHONE, "fr", ColorScheme.DARK))) {
            guest.open("/interview");
            take(guest, "interview-fr-320");
        }
    }

    private static void take(Guest guest, String name) throws IOException {
        Path file = FOLDER.resolve(name + ".png");
        guest.page().screenshot(new Page.ScreenshotOptions().setPath(file));

        assertThat(Files.size(file)).as(name).isLessThan(HEAVIEST_BYTES);
        assertThat(Files.exists(Path.of("src", "docs", "pictures", name + ".png")))
                .as("the README shows " + name)
                .isTrue();
    }
}
