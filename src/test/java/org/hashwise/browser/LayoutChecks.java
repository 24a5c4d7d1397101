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
                if (element.closest('.unseen, .scrolls, .scroll, .diff, .sprite, .skip, svg, datalist, thead, option')) continue;
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
                if (box.width && (box.right > frame.right + 1 || box.left < frame.left - 1)) found.push('cut off: ' + text.textContent.trim());
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

    // In the page as it is set by default: larger text and longer values than usual may break numbers.
    private static final String UNTIDY = """
            () => {
              const found = [];
              const lines = (node, start, end, upright = false) => {
                const range = document.createRange();
                range.setStart(node, start);
                range.setEnd(node, end);
                return new Set([...range.getClientRects()].filter(box => box.width > 0).map(box => Math.round((upright ? box.left : box.top) / 4))).size;
              };
              for (const cell of document.querySelectorAll('main .number, main td')) {
                if (!cell.checkVisibility()) continue;
                const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                  if (walker.currentNode.parentElement.closest('code, .source, .hash, thead')) continue;
                  for (const number of walker.currentNode.nodeValue.matchAll(/\\d[\\d.,\\u00a0\\u202f]*\\d/g))
                    if (lines(walker.currentNode, number.index, number.index + number[0].length) > 1) found.push('broken number: ' + number[0]);
                }
              }
              for (const place of document.querySelectorAll('main :is(h1, h2, h3, th, td, dt, label, summary, caption)')) {
                if (!place.checkVisibility() || place.closest('.unseen') || place.closest('thead')?.getBoundingClientRect().width < 4) continue;
                const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                  const parent = walker.currentNode.parentElement;
                  if (parent.closest('code, .source, .hash, .unseen')) continue;
                  const upright = getComputedStyle(parent).writingMode !== 'horizontal-tb';
                  for (const word of walker.currentNode.nodeValue.matchAll(/\\p{L}{3,}/gu))
                    if (lines(walker.currentNode, word.index, word.index + word[0].length, upright) > 1) found.push('broken word: ' + word[0]);
                }
              }
              for (const region of document.querySelectorAll('main .scroll')) {
                if (region.checkVisibility() && region.scrollWidth > region.clientWidth + 1)
                  found.push('scrolled sideways: ' + region.getAttribute('aria-label') + ' by ' + (region.scrollWidth - region.clientWidth));
              }
              const boxesOf = element => {
                const range = document.createRange();
                range.selectNodeContents(element);
                return [...range.getClientRects()].filter(box => box.width > 0).sort((one, other) => one.top - other.top);
              };
              for (const summary of document.querySelectorAll('main summary')) {
                if (!summary.checkVisibility()) continue;
                const boxes = boxesOf(summary);
                const left = Math.min(...boxes.filter(box => box.top < boxes[0].bottom - 4).map(box => box.left));
                if (left < summary.parentElement.getBoundingClientRect().left + 8) found.push('no room for its mark: ' + summary.textContent.trim().slice(0, 40));
                if (getComputedStyle(summary).listStylePosition !== 'outside' || boxes.some(box => box.left < left - 2))
                  found.push('a line under the mark: ' + summary.textContent.trim().slice(0, 40));
              }
              for (const label of document.querySelectorAll('main .axes label > span'))
                if (label.checkVisibility() && boxesOf(label).length > 1) found.push('label on several lines: ' + label.textContent.trim());
              for (const chart of document.querySelectorAll('main svg.chart')) {
                const texts = [...chart.querySelectorAll('text')].map(text => [text.textContent.trim(), text.getBoundingClientRect()]).filter(text => text[1].width);
                for (const figure of chart.querySelectorAll('tspan:not(.name)'))
                  if (getComputedStyle(figure).display === 'none') found.push('figure left out: ' + figure.textContent.trim());
                texts.forEach(([one, a], index) => texts.slice(index + 1).forEach(([other, b]) => {
                  if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 5 && b.top < a.bottom - 5) found.push('one over the other: ' + one + ' and ' + other);
                }));
              }
              const brightness = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
                .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
                .reduce((sum, part, index) => sum + part * [.2126, .7152, .0722][index], 0);
              for (const line of document.querySelectorAll('main svg.chart .over-bars')) {
                const [dark, bright] = [getComputedStyle(line).fill, getComputedStyle(line).stroke].map(brightness).sort((one, other) => one - other);
                if ((bright + .05) / (dark + .05) < 3) found.push('line not seen on bars: ' + line.getAttribute('class'));
              }
              for (const line of document.querySelectorAll('main svg.chart rect ~ line:not(.zero, .grid)'))
                found.push('line without an outline on bars: ' + line.getAttribute('class'));
              for (const part of document.querySelectorAll('main .part')) {
                const [heading, ...rest] = [...part.children].map(child => child.getBoundingClientRect());
                if (getComputedStyle(part).gridTemplateColumns.includes(' ') && rest.some(box => box.width && box.left < heading.right))
                  found.push('below its heading instead of beside it: ' + part.children[0].textContent.trim());
              }
              for (const row of document.querySelectorAll('main .actions, main .axes')) {
                const controls = [...row.querySelectorAll('button, .button, select')]
                  .filter(control => control.checkVisibility() && !control.matches('.unseen, .plain'));
                for (const [index, control] of controls.entries()) {
                  const box = control.getBoundingClientRect();
                  const before = controls[index - 1]?.getBoundingClientRect();
                  if (before && before.top < box.bottom && box.top < before.bottom && Math.abs(before.height - box.height) > 2.5)
                    found.push('controls of different height: ' + control.textContent.trim().slice(0, 40));
                }
              }
              const levels = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].map(heading => Number(heading.tagName[1]));
              levels.forEach((level, index) => { if (index && level > levels[index - 1] + 1) found.push('heading of level ' + level + ' after ' + levels[index - 1]); });
              return found;
            }
            """;

    private static final String UNFOLD =
            "() => document.querySelectorAll('main details').forEach(details => details.open = true)";

    private LayoutChecks() {}

    /**
     * Words and numbers broken into two lines, tables that are scrolled sideways, lines of a folded part that begin under its
     * mark, drawings without their figures, with one text over another or with a line of the brightness of its bars, content below a heading instead of beside it,
     * controls of different height in one row, and headings that skip a level.
     */
    @SuppressWarnings("unchecked")
    static List<String> untidyIn(Page page) {
        return (List<String>) page.evaluate(UNTIDY);
    }

    /** Opens all that is folded. */
    static void unfold(Page page) {
        page.evaluate(UNFOLD);
    }

    @SuppressWarnings("unchecked")
    static List<String> in(Page page) {
        return (List<String>) page.evaluate(CUT_OFF);
    }
}
