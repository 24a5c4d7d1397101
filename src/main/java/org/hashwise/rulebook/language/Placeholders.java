package org.hashwise.rulebook.language;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code {power.largestSiteMw}} in the texts of rules. {@code {economics.runwayMonths|no money is left|the money lasts # months}} has
 * the first text when the value is shown as 0, else the second, in which {@code #} is the value.
 */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** A name, and the texts for 0 and for any other value. */
    private static final int CHOICE = 3;

    private Placeholders() {}

    /** What a text wants to have filled in, in order. */
    public static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(parts(matcher.group(1))[0]);
        }
        return names;
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
        return value.equals("0") ? parts[1] : parts[2].replace("#", value);
    }

    // Anything else than one or three parts is no placeholder: its whole text is the name, which nothing has.
    private static String[] parts(String placeholder) {
        String[] parts = placeholder.split("\\|", -1);
        return parts.length == CHOICE ? parts : new String[] {placeholder};
    }
}
