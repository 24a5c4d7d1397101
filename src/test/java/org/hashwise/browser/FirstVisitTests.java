package org.hashwise.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cost of a first visit. */
@BrowserTest
class FirstVisitTests {

    private static final int HEAVIEST_BYTES = 150_000;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/examples", "/questions/treasury", "/examples/argo-2022-10"})
    void aPageIsLight(String path, BrowserFixture fixture) {
        try (BrowserVisitor visitor = fixture.visitor(BrowserSettings.screen("en"))) {
            visitor.open(path);
            // A page is there before its font is.
            visitor.page()
                    .waitForCondition(() -> visitor.requests().stream()
                            .anyMatch(request ->
                                    BrowserVisitor.FONTS.matcher(request.url()).matches()));
            visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
            // A copy: to ask for a size lets more of them come in.
            List<Request> requests = List.copyOf(visitor.requests());

            assertThat(requests).hasSizeGreaterThan(5);
            assertThat(requests)
                    .filteredOn(request ->
                            BrowserVisitor.FONTS.matcher(request.url()).matches())
                    .hasSize(1);
            assertThat(requests.stream().mapToInt(FirstVisitTests::transferred).sum())
                    .as(() -> path + " with "
                            + requests.stream().map(Request::url).toList())
                    .isLessThan(HEAVIEST_BYTES);
        }
    }

    private static int transferred(Request request) {
        return request.sizes().responseBodySize + request.sizes().responseHeadersSize;
    }

    // The same letters are wider in DejaVu Sans, the only font that is installed for the browser.
    private static final String WIDTH = """
            async () => {
              await document.fonts.ready;
              const range = document.createRange();
              range.selectNodeContents(document.querySelector('.wordmark span'));
              return range.getBoundingClientRect().width;
            }
            """;

    @Test
    void pagesAreSetInTheirOwnFont(BrowserFixture fixture) {
        double own = width(fixture, BrowserSettings.screen("en"));
        double installed =
                width(fixture, new BrowserSettings(true, BrowserSettings.SCREEN, "en", ColorScheme.LIGHT, false));

        assertThat(installed).isGreaterThan(own * 1.05);
    }

    private static double width(BrowserFixture fixture, BrowserSettings setting) {
        try (BrowserVisitor visitor = fixture.visitor(setting)) {
            return ((Number) visitor.open("/").page().evaluate(WIDTH)).doubleValue();
        }
    }

    @Test
    void noBrowserIsDownloaded(BrowserFixture fixture) {
        assertThat(fixture).isNotNull();
        assertThat(Files.exists(BrowserFixture.NO_BROWSERS)).isFalse();
    }
}
