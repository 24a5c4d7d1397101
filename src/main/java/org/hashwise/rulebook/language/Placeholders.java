package org.hashwise.rulebook.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code {power.largestSiteMw}} in the texts of rules. {@code {economics.runwayMonths|no money is left|the money lasts # months}} has
 * the first text when the value is shown as 0, else the last, in which {@code #} is the value. A text for 1 may stand between
 * them: {@code {economics.runwayMonths|nothing|1 month|# months}}.
 */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** A name alone; with the texts for 0 and for any other value; or for 0, for 1 and for any other value. */
    private static final Set<Integer> LENGTHS = Set.of(1, 3, 4);

    private static final int WITH_ONE = 4;

    private Placeholders() {}

    /** The names of the placeholders of a text, in order. */
    public static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(parts(matcher.group(1))[0]);
        }
        return names;
    }

    /** The placeholders whose number of texts no choice has, as written. */
    public static List<String> malformed(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .filter(match -> !LENGTHS.contains(parts(match.group(1)).length))
                .map(MatchResult::group)
                .toList();
    }

    /** The text with each placeholder replaced by its value. */
    public static String fill(String text, UnaryOperator<String> values) {
        if (text.indexOf('{') < 0) {
            return text; // as most are
        }
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(filled(parts(match.group(1)), values)));
    }

    private static String filled(String[] parts, UnaryOperator<String> values) {
        String value = values.apply(parts[0]);
        if (parts.length == 1) {
            return value;
        }
        boolean one = parts.length == WITH_ONE && value.equals("1");
        return parts[isZero(value) ? 1 : one ? 2 : parts.length - 1].replace("#", value);
    }

    // As a number, an amount of money or a percentage.
    private static boolean isZero(String value) {
        return value.replaceAll("[^0-9]", "").equals("0");
    }

    private static String[] parts(String placeholder) {
        return placeholder.split("\\|", -1);
    }
}
