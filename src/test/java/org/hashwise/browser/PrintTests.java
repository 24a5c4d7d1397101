package org.hashwise.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An advice printed on A4 by the browser, read from the PDF. */
@BrowserTest
class PrintTests {

    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double MARGIN = 15 * POINTS_PER_MM;
    private static final int MOST_SHEETS = 16;
    private static final List<String> NEEDED =
            List.of("ranking", "why", "against", "change", "plan", "calendar", "metrics", "assumptions", "basis");

    // Rows of figures, each as label and value; and what is said in prose and tables, folded or not, word by word.
    // Traces of rules and
    // the other strategies in full stay folded on paper: the memo has them.
    private static final String ROWS = """
            () => [...document.querySelectorAll('.metric-tables tr')].map(row => [...row.cells].map(cell => cell.textContent).join(' '))
            """;
    private static final String CELLS = """
            folded => [...document.querySelectorAll('main :is(h1, h2, h3, dt, dd, td, th, li, .evidence > p)')]
              .filter(cell => !cell.closest('.what-if, .map, thead, .unseen') && cell.checkVisibility({ visibilityProperty: true }))
              .filter(cell => folded === (cell.closest('details') !== null))
              .map(cell => cell.innerText.trim()).filter(text => text)
            """;

    static Stream<Arguments> advices() {
        return Stream.of(
                Arguments.of(PageState.ADVICE_AI_HOSTING, "en", true),
                Arguments.of(PageState.ADVICE_HOLD, "fr", true),
                Arguments.of(PageState.ADVICE_RESTRUCTURE, "fr", false));
    }

    @ParameterizedTest(name = "{0}, {1}, own font {2}")
    @MethodSource("advices")
    @SuppressWarnings("unchecked")
    void everyRowIsPrintedWithinThePages(PageState state, String language, boolean ownFont, BrowserFixture fixture)
            throws IOException {
        try (BrowserVisitor visitor = fixture.visitor(
                new BrowserSettings(true, BrowserSettings.SCREEN, language, ColorScheme.LIGHT, ownFont))) {
            state.show(visitor);
            Page page = visitor.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            List<String> rows = (List<String>) page.evaluate(ROWS);
            List<String> cells = (List<String>) page.evaluate(CELLS, false);
            List<String> folded = (List<String>) page.evaluate(CELLS, true);
            byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));

            Sheets sheets = new Sheets();
            String printed;
            try (PDDocument document = Loader.loadPDF(pdf)) {
                printed = joined(sheets.getText(document));
                assertThat(document.getNumberOfPages()).isBetween(6, MOST_SHEETS);
            }

            assertThat(printed)
                    .contains(joined(
                            language.equals("en") ? "two pages for the decision" : "deux pages pour la décision"));
            for (String part : NEEDED) {
                assertThat(page.locator("[aria-labelledby=" + part + "] h2").isVisible())
                        .as(part)
                        .isTrue();
            }
            assertThat(rows)
                    .hasSizeGreaterThan(15)
                    .allSatisfy(row -> assertThat(printed).contains(joined(row)));
            assertThat(cells).hasSizeGreaterThan(60).allSatisfy(cell -> {
                for (String word : cell.split("\\s+", -1)) {
                    assertThat(printed).contains(joined(word));
                }
            });
            // In narrow tables lines break between number and unit.
            assertThat(folded).hasSizeGreaterThan(150).allSatisfy(cell -> {
                for (String word : cell.split("[\\s\\u00a0\\u202f]+", -1)) {
                    assertThat(printed).contains(joined(word));
                }
            });
            assertThat(sheets.outside).as("in the margins or beyond").isEmpty();
        }
    }

    // Spaces of all widths are set, and lines broken, as the page has room.
    private static String joined(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f\\u2009\\ufeff]+", "");
    }

    /** Reads in order of the lines, and notes text outside the printable area. */
    private static final class Sheets extends PDFTextStripper {

        private final List<String> outside = new ArrayList<>();

        private Sheets() {
            setSortByPosition(true);
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            double right = letter.getX() + (letter.getDir() == 0 ? letter.getWidth() : 0);
            if (letter.getX() < MARGIN
                    || right > letter.getPageWidth() - MARGIN
                    || letter.getY() < MARGIN
                    || letter.getY() > letter.getPageHeight() - MARGIN) {
                outside.add(getCurrentPageNo() + ": " + letter.getUnicode());
            }
            super.processTextPosition(letter);
        }
    }
}
