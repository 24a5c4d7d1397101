package org.hashwise.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pictures of the README show today's pages; they are taken anew into target/screenshots/readme, to be copied. */
@BrowserTest
@Tag("long")
class ReadmePicturesTests {

    private static final Path FOLDER = Path.of("target", "screenshots", "readme");
    private static final Path SHOWN = Path.of("src", "docs", "pictures");
    private static final int WIDTH = 1200;
    private static final int HEAVIEST_BYTES = 150_000;
    private static final int CLEARLY = 64;
    private static final double MOST_DIFFERENT = 0.01;

    @Test
    void theStartPage(BrowserFixture fixture) throws IOException {
        try (BrowserVisitor visitor = fixture.visitor(new BrowserSettings(true, WIDTH, "en", ColorScheme.LIGHT))) {
            visitor.open("/");
            take(visitor, "start");
        }
    }

    @Test
    void anAdvice(BrowserFixture fixture) throws IOException {
        try (BrowserVisitor visitor = fixture.visitor(new BrowserSettings(true, WIDTH, "en", ColorScheme.LIGHT))) {
            visitor.open("/examples/terawulf-2025-08");
            take(visitor, "advice");
        }
    }

    @Test
    void aMap(BrowserFixture fixture) throws IOException {
        try (BrowserVisitor visitor = fixture.visitor(new BrowserSettings(true, WIDTH, "en", ColorScheme.LIGHT))) {
            visitor.open("/examples/iren-2023-08");
            visitor.page().locator("[aria-labelledby=map] summary").click();
            visitor.page().locator("#map").evaluate("heading => heading.scrollIntoView()");
            take(visitor, "map");
        }
    }

    @Test
    void anAdviceInFrenchOnATelephoneAtNight(BrowserFixture fixture) throws IOException {
        try (BrowserVisitor visitor =
                fixture.visitor(new BrowserSettings(true, BrowserSettings.TELEPHONE, "fr", ColorScheme.DARK))) {
            visitor.open("/examples/terawulf-2025-08");
            take(visitor, "advice-fr-320");
        }
    }

    private static void take(BrowserVisitor visitor, String name) throws IOException {
        Path taken = FOLDER.resolve(name + ".png");
        Path shown = SHOWN.resolve(name + ".png");
        visitor.page().evaluate("document.fonts.ready");
        visitor.page().screenshot(new Page.ScreenshotOptions().setPath(taken));

        // Small enough to be read on a telephone too, so it may have been saved with fewer colours.
        assertThat(Files.size(shown)).as("size of " + shown).isLessThan(HEAVIEST_BYTES);
        assertThat(difference(ImageIO.read(taken.toFile()), ImageIO.read(shown.toFile())))
                .as("%s is out of date: copy %s", shown, taken)
                .isLessThan(MOST_DIFFERENT);
    }

    /** The share of dots that are clearly lighter or darker, which smoothing and rounded colours are not. */
    private static double difference(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return 1;
        }
        int different = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                if (Math.abs(brightness(one.getRGB(x, y)) - brightness(other.getRGB(x, y))) > CLEARLY) {
                    different++;
                }
            }
        }
        return (double) different / (one.getWidth() * one.getHeight());
    }

    private static int brightness(int rgb) {
        Color color = new Color(rgb);
        return (color.getRed() + color.getGreen() + color.getBlue()) / 3;
    }
}
