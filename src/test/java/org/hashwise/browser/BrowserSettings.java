package org.hashwise.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;

/**
 * The setting of a browser: a telephone or a large screen, with or without scripts, in one of the languages.
 *
 * @param language code of the language that the browser asks for
 * @param ownFont whether the font that the pages bring along arrives; without it they are set in DejaVu Sans, the widest
 *     of the usual system fonts
 */
record BrowserSettings(boolean scripts, int width, String language, ColorScheme scheme, boolean ownFont) {

    static final int TELEPHONE = 320;
    static final int TABLET = 768;
    static final int LAPTOP = 1280;
    static final int SCREEN = 1440;
    static final int HEIGHT = 900;

    private static final BrowserSettings LARGE = new BrowserSettings(true, SCREEN, "en", ColorScheme.LIGHT);
    private static final BrowserSettings SMALL = new BrowserSettings(false, TELEPHONE, "fr", ColorScheme.DARK, false);

    BrowserSettings(boolean scripts, int width, String language, ColorScheme scheme) {
        this(scripts, width, language, scheme, true);
    }

    static BrowserSettings screen(String language) {
        return new BrowserSettings(true, SCREEN, language, ColorScheme.LIGHT);
    }

    /** True when the long tests run: each page in each language on each screen. */
    static boolean isThorough() {
        return Boolean.getBoolean("hashwise.thorough");
    }

    /** A large screen with scripts, a telephone with neither scripts nor the pages' font; in the long tests the others too. */
    static Stream<BrowserSettings> all() {
        return settings(LARGE, SMALL);
    }

    /** A large screen with scripts; in the long tests the others too. */
    static Stream<BrowserSettings> large() {
        return settings(LARGE);
    }

    /** A telephone without scripts or the pages' font; in the long tests the others too. */
    static Stream<BrowserSettings> small() {
        return settings(SMALL);
    }

    private static Stream<BrowserSettings> settings(BrowserSettings... usual) {
        return isThorough()
                ? Stream.of(
                        LARGE,
                        SMALL,
                        new BrowserSettings(true, TELEPHONE, "fr", ColorScheme.LIGHT),
                        new BrowserSettings(false, SCREEN, "en", ColorScheme.LIGHT))
                : Stream.of(usual);
    }

    String otherLanguage() {
        return language.equals("en") ? "fr" : "en";
    }

    @Override
    public String toString() {
        return width + " px, " + language + (scripts ? "" : ", no scripts") + (ownFont ? "" : ", font blocked");
    }
}
