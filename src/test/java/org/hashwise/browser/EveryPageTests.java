package org.hashwise.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page in every state and language; each is opened once and looked at from all sides. */
@InBrowser
@ParameterizedClass(name = "{0}, {1}")
@MethodSource("pages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {

    private static final List<Integer> WIDTHS = List.of(Setting.TELEPHONE, Setting.SCREEN);

    @Parameter(0)
    private Scene scene;

    @Parameter(1)
    private String language;

    private Guest guest;

    // The long tests see every page in both languages, the others every page in one of them, taking turns.
    static Stream<Arguments> pages() {
        boolean thorough = Boolean.getBoolean("hashwise.thorough");
        return Arrays.stream(Scene.values())
                .flatMap(scene -> Stream.of("en", "fr")
                        .filter(language -> thorough || (scene.ordinal() % 2 == 0) == language.equals("en"))
                        .map(language -> Arguments.of(scene, language)));
    }

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void open(Studio studio) {
        guest = studio.welcome(Setting.screen(language));
        scene.show(guest);
    }

    @AfterParameterizedClassInvocation(injectArguments = false)
    void leave() {
        guest.leave();
    }

    @Test
    void nothingGoesWrongBehindIt() {
        assertThat(guest.complaints()).isEmpty();
    }

    // Each language has its turn on one kind of screen; the long tests see all of them.
    @Test
    void nobodyIsShutOut() {
        boolean english = language.equals("en");
        assertAccessible(english ? Setting.SCREEN : Setting.TELEPHONE, english ? ColorScheme.LIGHT : ColorScheme.DARK);
    }

    @Test
    @Tag("long")
    void nobodyIsShutOutOnAnyScreen() {
        for (int width : WIDTHS) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                assertAccessible(width, scheme);
            }
        }
    }

    @Test
    void itFitsEveryWidth() {
        for (int width : List.of(Setting.TELEPHONE, 768, Setting.SCREEN)) {
            guest.page().setViewportSize(width, Setting.HEIGHT);
            guest.fits();
            assertThat(Misfits.in(guest.page())).as("cut off at " + width).isEmpty();
        }
    }

    @Test
    void itSpeaksOneLanguage() {
        assertThat(guest.page().locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(OneLanguage.foreignIn(guest.page(), language)).isEmpty();
    }

    @Test
    void numbersAndDatesFollowTheLanguage() {
        assertThat(OneLanguage.foreignFiguresIn(guest.page(), language)).isEmpty();
    }

    @Test
    void everyDrawingIsAlsoToldInWords() {
        assertThat(Accessibility.drawingsWithoutWords(guest.page())).isEmpty();
    }

    @Test
    @Tag("long")
    void itIsPhotographedInEveryWay() {
        for (int width : WIDTHS) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                look(width, scheme);
                Photographs.take(guest.page(), Photographs.name(scene, language, width, scheme));
            }
        }
        Photographs.print(guest.page(), scene.slug() + "-" + language);
    }

    private void assertAccessible(int width, ColorScheme scheme) {
        look(width, scheme);
        assertThat(Accessibility.violations(guest.page()))
                .as("violations at " + width + " px, " + scheme)
                .isEmpty();
    }

    private void look(int width, ColorScheme scheme) {
        guest.page().setViewportSize(width, Setting.HEIGHT);
        guest.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }
}
