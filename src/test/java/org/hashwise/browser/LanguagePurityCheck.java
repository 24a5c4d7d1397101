package org.hashwise.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Check for words, numbers and dates of the other language on a page. */
final class LanguagePurityCheck {

    // Text that says itself in which language it is (sources, names of languages) and text of programs are left out.
    private static final String TEXTS = """
            () => {
              const ours = element => (element.closest('[lang]') ?? document.documentElement) === document.documentElement
                && !element.closest('script, style, code, [translate=no]');
              const texts = [document.title];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) if (ours(walker.currentNode.parentElement)) texts.push(walker.currentNode.nodeValue);
              for (const element of document.querySelectorAll('[aria-label], [title], [label], [data-label]'))
                for (const name of ['aria-label', 'title', 'label', 'data-label'])
                  if (element.hasAttribute(name) && ours(element)) texts.push(element.getAttribute(name));
              return texts.map(text => text.replace(/[ \\n]+/g, ' ').replace(/^ | $/g, '')).filter(text => text).join('\\n');
            }
            """;

    // In French these marks have a space before them at which no line may break, and quotation marks have one inside.
    private static final Pattern WRONG_MARK = Pattern.compile(
            "[^\\n] [;:!?»]|« |[\\p{L}\\d)»][;!?»]|[\\p{L}\\d)»]:(?=\\s|$)|(?m:^)[;:!?»]|«(?=[\\p{L}\\d])");

    private static final Pattern DOUBLED_WORD =
            Pattern.compile("(?<!\\p{L})(?!(?:nous|vous) )(\\p{L}{2,})[ \\u00a0\\u202f]\\1(?!\\p{L})");

    private static final Map<String, Pattern> FIGURES = Map.of(
            "en",
            Pattern.compile(
                    "\\d[\\u00a0\\u202f]\\d{3}|\\d[\\u00a0\\u202f]%|\\d,\\d{1,2}(?!\\d)|\\d( million| billion)?[\\u00a0\\u202f ]USD"
                            + "|(janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre) \\d{4}"),
            "fr",
            Pattern.compile("\\d%|(?<!§[ \\u00a0]\\d{0,4})\\d\\.\\d|USD[\\u00a0 ]\\d|\\d,\\d{3},\\d{3}"
                    + "|(January|February|March|April|June|July|August|September|October|November|December) \\d{4}"));

    private LanguagePurityCheck() {}

    /** Phrases of the other language. */
    static List<String> foreignIn(Page page, String language) {
        String text = text(page).toLowerCase(Locale.ROOT);
        return PagePhrases.foreignTo(language).stream().filter(text::contains).toList();
    }

    /** Numbers, percentages, money and dates as the other language writes them, with the text around them. */
    static List<String> foreignFiguresIn(Page page, String language) {
        return around(FIGURES.get(language), text(page));
    }

    /** Marks without the space that French sets, or with one at which a line may break, with the text around them. */
    static List<String> wrongMarksIn(Page page, String language) {
        return language.equals("fr") ? around(WRONG_MARK, text(page)) : List.of();
    }

    /** Words that stand twice in a row, such as a unit that a sentence and its number both name. */
    static List<String> doubledWordsIn(Page page) {
        return around(DOUBLED_WORD, text(page));
    }

    private static List<String> around(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) ->
                        text.substring(Math.max(0, found.start() - 40), Math.min(text.length(), found.end() + 20)))
                .toList();
    }

    private static String text(Page page) {
        return (String) page.evaluate(TEXTS);
    }
}
