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
@BrowserTest
class EveryPageTests {

    private static final List<Integer> WIDTHS = List.of(BrowserSettings.TELEPHONE, BrowserSettings.SCREEN);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    /** Those that are looked at in both languages even in a hurry. */
    private static final Set<PageState> CHOSEN =
            Set.of(PageState.START, PageState.SECTION_ERRORS, PageState.ADVICE_AI_HOSTING);

    // The long tests see every page in both languages, the others most pages in one of them, taking turns.
    static Stream<Arguments> pages() {
        return Arrays.stream(PageState.values())
                .flatMap(scene -> Stream.of("en", "fr")
                        .filter(language -> BrowserSettings.isThorough()
                                || CHOSEN.contains(scene)
                                || (scene.ordinal() % 2 == 0) == language.equals("en"))
                        .map(language -> Arguments.of(scene, language)));
    }

    // Each language has its turn on one kind of screen; the long test sees all of them.
    @ParameterizedTest
    @MethodSource("pages")
    void aPageShutsNobodyOutFitsAndSpeaksOneLanguage(PageState scene, String language, BrowserFixture studio) {
        boolean french = language.equals("fr");
        int width = french ? BrowserSettings.TELEPHONE : BrowserSettings.SCREEN;
        ColorScheme scheme = french ? ColorScheme.DARK : ColorScheme.LIGHT;
        try (BrowserVisitor guest = studio.welcome(new BrowserSettings(true, width, language, scheme))) {
            scene.show(guest);
            Page page = guest.page();
            Screenshots.take(page, Screenshots.name(scene, language, width, scheme));

            assertAll(
                    () -> assertThat(Accessibility.violations(page))
                            .as("shuts out")
                            .isEmpty(),
                    () -> assertThat(Accessibility.drawingsWithoutWords(page))
                            .as("drawings without words")
                            .isEmpty(),
                    () -> assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language),
                    () -> assertThat(LanguagePurityCheck.foreignIn(page, language))
                            .as("other language")
                            .isEmpty(),
                    () -> assertThat(LanguagePurityCheck.foreignFiguresIn(page, language))
                            .as("figures of the other language")
                            .isEmpty(),
                    () -> assertThat(LanguagePurityCheck.looseMarksIn(page, language))
                            .as("lines may break before a mark")
                            .isEmpty(),
                    () -> assertFits(guest, BrowserSettings.TELEPHONE),
                    () -> assertFits(guest, BrowserSettings.TABLET),
                    () -> assertFits(guest, BrowserSettings.SCREEN));
        }
    }

    private static void assertFits(BrowserVisitor guest, int width) {
        guest.page().setViewportSize(width, BrowserSettings.HEIGHT);
        guest.fits();
        assertThat(LayoutChecks.in(guest.page())).as("does not fit at " + width).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Tag("long")
    void aPageIsLookedAtAndPhotographedOnEveryScreenAndOnPaper(
            PageState scene, String language, BrowserFixture studio) {
        try (BrowserVisitor guest = studio.welcome(BrowserSettings.screen(language))) {
            scene.show(guest);
            Page page = guest.page();
            for (int width : WIDTHS) {
                for (ColorScheme scheme : SCHEMES) {
                    page.setViewportSize(width, BrowserSettings.HEIGHT);
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    Screenshots.take(page, Screenshots.name(scene, language, width, scheme));
                    assertThat(Accessibility.violations(page))
                            .as("shuts out at " + width + " px, " + scheme)
                            .isEmpty();
                }
            }
            Screenshots.print(page, scene.slug() + "-" + language);
        }
    }
}
