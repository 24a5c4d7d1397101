package org.hashwise.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** Text that does not fit into its box, headings under other content, and tables whose rows are laid out differently. */
final class LayoutChecks {

    // Scrolled regions, text for screen readers only, and typed text are left out. Text of a drawing is cut off at its
    // edge.
    private static final String CUT_OFF = """
            () => {
              const width = document.documentElement.clientWidth;
              const found = [];
              for (const element of document.querySelectorAll('body *')) {
                if (element.closest('.unseen, .scrolls, .sprite, .skip, svg, datalist, thead, option')) continue;
                if (!element.checkVisibility()) continue;
                const own = [...element.childNodes].some(node => node.nodeType === 3 && node.nodeValue.trim());
                const box = element.getBoundingClientRect();
                if (own && (box.right > width + 1 || box.left < -1)) found.push('outside: ' + element.textContent.trim().slice(0, 60));
                if (own && getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth + 2)
                  found.push('too wide: ' + element.textContent.trim().slice(0, 60));
              }
              for (const text of document.querySelectorAll('main svg text')) {
                const box = text.getBoundingClientRect();
                const frame = text.closest('svg').getBoundingClientRect();
                if (box.right > frame.right + 1 || box.left < frame.left - 1) found.push('cut off: ' + text.textContent.trim());
              }
              for (const heading of document.querySelectorAll('main h2, main h3')) {
                const before = heading.previousElementSibling;
                if (before && before.checkVisibility() && heading.checkVisibility()
                    && before.getBoundingClientRect().top + before.scrollHeight > heading.getBoundingClientRect().top + 2)
                  found.push('overlapped: ' + heading.textContent.trim());
              }
              for (const body of document.querySelectorAll('main tbody')) {
                const rows = [...body.rows].filter(row => row.checkVisibility());
                if (new Set(rows.map(row => getComputedStyle(row).display)).size > 1)
                  found.push('rows laid out differently: ' + rows[0].textContent.trim().slice(0, 60));
              }
              return found;
            }
            """;

    private LayoutChecks() {}

    @SuppressWarnings("unchecked")
    static List<String> in(Page page) {
        return (List<String>) page.evaluate(CUT_OFF);
    }
}
