package org.hashwise.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;

/** Screenshots and PDF of pages for the review of the design. */
final class Screenshots {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    static String name(PageState state, String language, int width, ColorScheme scheme) {
        return String.join(
                "-",
                state.slug(),
                language,
                String.valueOf(width),
                scheme.name().toLowerCase(Locale.ROOT));
    }

    /** The whole page, however long. */
    static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(name + ".png")));
    }

    static void print(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.pdf(new Page.PdfOptions().setFormat("A4").setPath(FOLDER.resolve(name + ".pdf")));
    }
}
