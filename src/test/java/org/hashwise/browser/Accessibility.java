package org.hashwise.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Accessibility checks: axe-core with the rules of WCAG 2.2 A and AA, and its own good practice. */
final class Accessibility {

    private static final String AXE = read();

    private static final String RUN = """
            async contrast => {
              const result = await axe.run(document, {
                resultTypes: ['violations'],
                rules: { 'color-contrast': { enabled: contrast } },
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
              });
              return result.violations.flatMap(violation => violation.nodes.map(node =>
                violation.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary));
            }
            """;

    // A drawing is an ornament beside words, or it has a name and a table with the same figures, in its figure or as
    // its details.
    private static final String DRAWINGS = """
            () => [...document.querySelectorAll('main svg, main canvas, main img, main figure')].filter(drawing => {
              if (drawing.closest('[aria-hidden=true]')) return false;
              if (drawing.tagName === 'FIGURE') return !drawing.querySelector('table td');
              if (drawing.tagName === 'IMG') return drawing.getAttribute('alt') === null;
              const table = drawing.closest('figure') ?? document.getElementById(drawing.getAttribute('aria-details'));
              return !drawing.querySelector('title') || !table?.querySelector('td');
            }).map(drawing => drawing.outerHTML.slice(0, 120))
            """;

    private Accessibility() {}

    /** @param contrast whether the contrast of each text is looked at too, which takes half of the time */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page, boolean contrast) {
        page.evaluate(AXE);
        return (List<String>) page.evaluate(RUN, contrast);
    }

    @SuppressWarnings("unchecked")
    static List<String> drawingsWithoutWords(Page page) {
        return (List<String>) page.evaluate(DRAWINGS);
    }

    private static String read() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
