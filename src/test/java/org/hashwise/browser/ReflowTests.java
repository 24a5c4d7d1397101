package org.hashwise.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages that fit without scrolling sideways whatever their letters look like: with the pages' font and with it blocked, with
 * the text spacing of WCAG 1.4.12, with text at 200 % (1.4.4), and with values and names of unusual length.
 */
@BrowserTest
class ReflowTests {

    private static final String TEXT_SPACING = """
            * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
            p { margin-bottom: 2em !important; }
            """;

    private static final String TWICE_AS_LARGE = "html { font-size: 225% !important; }";

    // Under a policy that allows no style elements, a constructed sheet is what user style sheets are elsewhere.
    private static final String STYLE = """
            css => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(css);
              document.adoptedStyleSheets = [sheet];
            }
            """;

    private static final String SIZE_OF_TEXT =
            "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)";

    // Replaces the last text of each of these elements, which leaves drawings and markup around it as they are.
    private static final String LENGTHEN = """
            ([selector, text]) => {
              let changed = 0;
              for (const element of document.querySelectorAll(selector)) {
                const texts = [];
                const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) if (walker.currentNode.nodeValue.trim()) texts.push(walker.currentNode);
                if (texts.length) { texts.at(-1).nodeValue = text; changed++; }
              }
              return changed;
            }
            """;

    private static final String VALUES =
            ".number, .answers .value, .trace dd, .unit, .flips b, .confidence b, .tag, .side li > span";

    static Stream<Arguments> pages() {
        return Stream.of(
                        PageState.START,
                        PageState.EXAMPLES,
                        PageState.INTERVIEW_MIDDLE,
                        PageState.SECTION_ERRORS,
                        PageState.CHECK,
                        PageState.ADVICE_AI_HOSTING,
                        PageState.WHAT_IF_AND_MAP,
                        PageState.SAVED)
                .flatMap(state -> Stream.of("en", "fr")
                        .flatMap(language -> Stream.of(true, false)
                                // The usual build sees the longer words in the wider letters only.
                                .filter(ownFont -> BrowserSettings.isThorough() || (!ownFont && language.equals("fr")))
                                .map(ownFont -> Arguments.of(state, language, ownFont))));
    }

    @ParameterizedTest(name = "{0}, {1}, own font {2}")
    @MethodSource("pages")
    void nothingIsScrolledSidewaysHoweverTextLooks(
            PageState state, String language, boolean ownFont, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(
                new BrowserSettings(true, BrowserSettings.TELEPHONE, language, ColorScheme.LIGHT, ownFont))) {
            state.show(visitor);
            Page page = visitor.page();
            assertAll(
                    () -> assertThat(overflowing(visitor, BrowserSettings.TELEPHONE))
                            .as("as it is")
                            .isEmpty(),
                    () -> {
                        page.evaluate(STYLE, TEXT_SPACING);
                        assertThat(overflowing(visitor, BrowserSettings.TELEPHONE))
                                .as("text spacing")
                                .isEmpty();
                    },
                    () -> {
                        page.setViewportSize(BrowserSettings.LAPTOP, BrowserSettings.HEIGHT);
                        page.evaluate(STYLE, "");
                        double usual = size(page);
                        page.evaluate(STYLE, TWICE_AS_LARGE);
                        assertThat(size(page)).isEqualTo(2 * usual);
                        assertThat(overflowing(visitor, BrowserSettings.LAPTOP))
                                .as("text at 200 %")
                                .isEmpty();
                    },
                    () -> {
                        page.evaluate(STYLE, "");
                        String value = language.equals("fr")
                                ? "1\u202f234\u202f567\u202f890\u00a0USD/PH/jour"
                                : "USD\u00a01,234,567,890/BTC";
                        page.evaluate(LENGTHEN, List.of(VALUES, value));
                        page.evaluate(LENGTHEN, List.of(".overline, .case-list h2 > span", "W".repeat(120)));
                        for (int width :
                                List.of(BrowserSettings.TELEPHONE, BrowserSettings.TABLET, BrowserSettings.LAPTOP)) {
                            assertThat(overflowing(visitor, width))
                                    .as("long values at " + width)
                                    .isEmpty();
                        }
                    });
        }
    }

    private static double size(Page page) {
        return ((Number) page.evaluate(SIZE_OF_TEXT)).doubleValue();
    }

    private static List<String> overflowing(BrowserVisitor visitor, int width) {
        visitor.page().setViewportSize(width, BrowserSettings.HEIGHT);
        visitor.fits();
        return LayoutChecks.in(visitor.page());
    }

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#small")
    void aCompanyWithTheLongestNameIsAdvised(BrowserSettings setting, BrowserFixture fixture) {
        String name = "Kryptowährungsgesellschaft".repeat(5).substring(0, 120);
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            visitor.send("/questions/company", "company", name)
                    .send("/questions/treasury", "treasury.cashUsd", visitor.number(1_234_567_891))
                    .open("/advice");
            assertThat(visitor.page().locator(".recommendation .overline").textContent())
                    .contains(name);
            assertThat(overflowing(visitor, setting.width())).isEmpty();
        }
    }

    // Label by label on one axis: their letters may not touch, however large the money is.
    private static final String LABELS_THAT_TOUCH = """
            () => {
              const box = cell => { const range = document.createRange(); range.selectNodeContents(cell); return range.getBoundingClientRect(); };
              const labels = [...document.querySelectorAll('.map thead th:not(.corner) span, .map tbody th')];
              const found = [];
              for (let one = 0; one < labels.length; one++) for (let other = one + 1; other < labels.length; other++) {
                const a = box(labels[one]), b = box(labels[other]);
                if (a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom && b.top < a.bottom)
                  found.push(labels[one].textContent + ' and ' + labels[other].textContent);
              }
              return labels.length === 20 ? found : ['labels: ' + labels.length];
            }
            """;

    @ParameterizedTest
    @MethodSource("org.hashwise.browser.BrowserSettings#large")
    void labelsOfTheMapNeverTouch(BrowserSettings setting, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            visitor.send("/examples/terawulf-2025-08");
            for (List<String> axes : List.of(
                    List.of("market.btcPriceUsd", "treasury.marketCapUsd"),
                    List.of("treasury.marketCapUsd", "market.btcPriceUsd"),
                    List.of("treasury.debtUsd", "power.priceUsdPerKwh"))) {
                visitor.send("/advice/map", "x", axes.get(0), "y", axes.get(1)).open("/advice");
                for (int width : List.of(320, 375, 768, BrowserSettings.LAPTOP, 1440)) {
                    visitor.page().setViewportSize(width, BrowserSettings.HEIGHT);
                    assertThat((List<?>) visitor.page().evaluate(LABELS_THAT_TOUCH))
                            .as(axes + " at " + width)
                            .isEmpty();
                }
            }
        }
    }
}
