package org.hashwise.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;

/**
 * With what somebody reads: a telephone or a large screen, with or without scripts, in one of the languages.
 *
 * @param language code of the language that the browser asks for
 */
record BrowserSettings(boolean scripts, int width, String language, ColorScheme scheme) {

    static final int TELEPHONE = 320;
    static final int TABLET = 768;
    static final int SCREEN = 1440;
    static final int HEIGHT = 900;

    static BrowserSettings screen(String language) {
        return new BrowserSettings(true, SCREEN, language, ColorScheme.LIGHT);
    }

    /** Whether there is time for everything: each page in each language on each screen. */
    static boolean isThorough() {
        return Boolean.getBoolean("hashwise.thorough");
    }

    /** Each width with scripts and without; the languages take turns. */
    static Stream<BrowserSettings> all() {
        return Stream.of(
                new BrowserSettings(true, TELEPHONE, "en", ColorScheme.LIGHT),
                new BrowserSettings(true, SCREEN, "fr", ColorScheme.LIGHT),
                new BrowserSettings(false, TELEPHONE, "fr", ColorScheme.DARK),
                new BrowserSettings(false, SCREEN, "en", ColorScheme.LIGHT));
    }

    String otherLanguage() {
        return language.equals("en") ? "fr" : "en";
    }

    @Override
    public String toString() {
        return width + " px, " + language + (scripts ? "" : ", no scripts");
    }
}
