package org.hashwise.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks of every page in every state: accessibility, language, figures and layout. */
@BrowserTest
class EveryPageTests {

    private static final List<Integer> WIDTHS = List.of(BrowserSettings.TELEPHONE, BrowserSettings.SCREEN);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    /** Checked in both languages in every build. */
    private static final Set<PageState> CHOSEN = Set.of(PageState.SECTION_ERRORS, PageState.ADVICE_AI_HOSTING);

    /** Made of the parts of other states, and left to the long tests. */
    private static final Set<PageState> VARIANTS = EnumSet.of(
            PageState.INTERVIEW_ERROR,
            PageState.SECTION_MARKET,
            PageState.CHECK_ERRORS,
            PageState.ADVICE_DAT,
            PageState.ADVICE_ASSUMED,
            PageState.WHAT_IF_ERROR,
            PageState.LOGIN_FAILED,
            PageState.SCREENING_CHECK);

    // The long tests see every page in both languages, the others most pages in one of them, taking turns.
    static Stream<Arguments> pages() {
        return Arrays.stream(PageState.values())
                .filter(state -> BrowserSettings.isThorough() || !VARIANTS.contains(state))
                .flatMap(state -> Stream.of("en", "fr")
                        .filter(language -> BrowserSettings.isThorough()
                                || CHOSEN.contains(state)
                                || (state.ordinal() % 2 == 0) == language.equals("en"))
                        .map(language -> Arguments.of(state, language)));
    }

    // Each language has its turn on one kind of screen; the long test sees all of them.
    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsAccessibleFitsAndSpeaksOneLanguage(PageState state, String language, BrowserFixture fixture) {
        boolean french = language.equals("fr");
        int width = french ? BrowserSettings.TELEPHONE : BrowserSettings.SCREEN;
        ColorScheme scheme = french ? ColorScheme.DARK : ColorScheme.LIGHT;
        try (BrowserVisitor visitor = fixture.visitor(new BrowserSettings(true, width, language, scheme))) {
            state.show(visitor);
            Page page = visitor.page();

            assertAll(
                    () -> assertThat(Accessibility.violations(page, showsItsColours(state)))
                            .as("accessibility")
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
                    () -> assertThat(LanguagePurityCheck.wrongMarksIn(page, language))
                            .as("marks without their space, or with one that may break")
                            .isEmpty(),
                    () -> assertThat(LanguagePurityCheck.doubledWordsIn(page))
                            .as("words twice in a row")
                            .isEmpty(),
                    () -> assertFits(visitor, BrowserSettings.TELEPHONE),
                    () -> assertFits(visitor, BrowserSettings.TABLET),
                    () -> assertFits(visitor, BrowserSettings.SCREEN),
                    () -> assertThat(LayoutChecks.untidyIn(page))
                            .as("untidy at " + BrowserSettings.SCREEN)
                            .isEmpty(),
                    () -> {
                        LayoutChecks.unfold(page);
                        for (int each : unfoldedAt(state)) {
                            assertFits(visitor, each);
                            assertThat(LayoutChecks.untidyIn(page))
                                    .as("untidy when unfolded at " + each)
                                    .isEmpty();
                        }
                    });
        }
    }

    // Pages share their colours: the long tests look at those of each page, the others at those of every third one.
    private static boolean showsItsColours(PageState state) {
        return BrowserSettings.isThorough() || CHOSEN.contains(state) || state.ordinal() % 3 == 0;
    }

    // The long tests see all widths of unfolded pages, the others the narrowest and one more, taking turns.
    private static List<Integer> unfoldedAt(PageState state) {
        List<Integer> wider = List.of(BrowserSettings.TABLET, BrowserSettings.LAPTOP);
        return BrowserSettings.isThorough()
                ? List.of(BrowserSettings.TELEPHONE, BrowserSettings.TABLET, BrowserSettings.LAPTOP)
                : List.of(BrowserSettings.TELEPHONE, wider.get(state.ordinal() / 2 % wider.size()));
    }

    private static void assertFits(BrowserVisitor visitor, int width) {
        visitor.page().setViewportSize(width, BrowserSettings.HEIGHT);
        visitor.fits();
        assertThat(LayoutChecks.in(visitor.page()))
                .as("does not fit at " + width)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Tag("long")
    void aPageIsLookedAtAndPhotographedOnEveryScreenAndOnPaper(
            PageState state, String language, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(BrowserSettings.screen(language))) {
            state.show(visitor);
            Page page = visitor.page();
            for (int width : WIDTHS) {
                for (ColorScheme scheme : SCHEMES) {
                    page.setViewportSize(width, BrowserSettings.HEIGHT);
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    Screenshots.take(page, Screenshots.name(state, language, width, scheme));
                    assertThat(Accessibility.violations(page, true))
                            .as("accessibility at " + width + " px, " + scheme)
                            .isEmpty();
                }
            }
            Screenshots.print(page, state.slug() + "-" + language);
        }
    }
}
