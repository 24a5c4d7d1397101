package org.hashwise.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page in every state and language; each is opened once and looked at from all sides. */
@InBrowser
class EveryPageTests {

    private static final List<Integer> WIDTHS = List.of(Setting.TELEPHONE, Setting.SCREEN);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    /** Those that are looked at in both languages even in a hurry. */
    private static final Set<Scene> CHOSEN = Set.of(Scene.START, Scene.SECTION_ERRORS, Scene.ADVICE_AI_HOSTING);

    // The long tests see every page in both languages, the others most pages in one of them, taking turns.
    static Stream<Arguments> pages() {
        return Arrays.stream(Scene.values())
                .flatMap(scene -> Stream.of("en", "fr")
                        .filter(language -> Setting.isThorough()
                                || CHOSEN.contains(scene)
                                || (scene.ordinal() % 2 == 0) == language.equals("en"))
                        .map(language -> Arguments.of(scene, language)));
    }

    // Each language has its turn on one kind of screen; the long test sees all of them.
    @ParameterizedTest
    @MethodSource("pages")
    void aPageShutsNobodyOutFitsAndSpeaksOneLanguage(Scene scene, String language, Studio studio) {
        boolean french = language.equals("fr");
        int width = french ? Setting.TELEPHONE : Setting.SCREEN;
        ColorScheme scheme = french ? ColorScheme.DARK : ColorScheme.LIGHT;
        try (Guest guest = studio.welcome(new Setting(true, width, language, scheme))) {
            scene.show(guest);
            Page page = guest.page();
            Photographs.take(page, Photographs.name(scene, language, width, scheme));

            assertAll(
                    () -> assertThat(Accessibility.violations(page))
                            .as("shuts out")
                            .isEmpty(),
                    () -> assertThat(Accessibility.drawingsWithoutWords(page))
                            .as("drawings without words")
                            .isEmpty(),
                    () -> assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language),
                    () -> assertThat(OneLanguage.foreignIn(page, language))
                            .as("other language")
                            .isEmpty(),
                    () -> assertThat(OneLanguage.foreignFiguresIn(page, language))
                            .as("figures of the other language")
                            .isEmpty(),
                    () -> assertThat(OneLanguage.looseMarksIn(page, language))
                            .as("lines may break before a mark")
                            .isEmpty(),
                    () -> assertFits(guest, Setting.TELEPHONE),
                    () -> assertFits(guest, Setting.TABLET),
                    () -> assertFits(guest, Setting.SCREEN));
        }
    }

    private static void assertFits(Guest guest, int width) {
        guest.page().setViewportSize(width, Setting.HEIGHT);
        guest.fits();
        assertThat(Misfits.in(guest.page())).as("does not fit at " + width).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Tag("long")
    void aPageIsLookedAtAndPhotographedOnEveryScreenAndOnPaper(Scene scene, String language, Studio studio) {
        try (Guest guest = studio.welcome(Setting.screen(language))) {
            scene.show(guest);
            Page page = guest.page();
            for (int width : WIDTHS) {
                for (ColorScheme scheme : SCHEMES) {
                    page.setViewportSize(width, Setting.HEIGHT);
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    Photographs.take(page, Photographs.name(scene, language, width, scheme));
                    assertThat(Accessibility.violations(page))
                            .as("shuts out at " + width + " px, " + scheme)
                            .isEmpty();
                }
            }
            Photographs.print(page, scene.slug() + "-" + language);
        }
    }
}
