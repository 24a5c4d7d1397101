package org.hashwise.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** Words that do not fit where they stand. */
final class LayoutChecks {

    // What is meant to be scrolled, or to be heard only, is left out; so is text one types oneself. Text of a drawing
    // is
    // cut off at its edge.
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
              return found;
            }
            """;

    private LayoutChecks() {}

    @SuppressWarnings("unchecked")
    static List<String> in(Page page) {
        return (List<String>) page.evaluate(CUT_OFF);
    }
}
