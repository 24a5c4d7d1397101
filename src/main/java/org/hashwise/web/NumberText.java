package org.hashwise.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;

/**
 * A number as somebody typed it: with the separators of a language, perhaps with a scale such as {@code M} and the unit.
 *
 * @param number null when the text is not a number of this language
 * @param suggestion what was probably meant, when the separators are those of another language or mean two things
 */
record NumberText(@Nullable Double number, @Nullable Double suggestion) {

    private static final Pattern PARTS = Pattern.compile("([-+]?)([0-9][0-9.,]*|[.,][0-9]+)([^0-9.,]*)");
    private static final Map<String, Double> SCALES = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("k", 1e3),
            Map.entry("m", 1e6),
            Map.entry("mn", 1e6),
            Map.entry("mio", 1e6),
            Map.entry("million", 1e6),
            Map.entry("millions", 1e6),
            Map.entry("b", 1e9),
            Map.entry("bn", 1e9),
            Map.entry("g", 1e9),
            Map.entry("md", 1e9),
            Map.entry("billion", 1e9),
            Map.entry("billions", 1e9),
            Map.entry("milliard", 1e9),
            Map.entry("milliards", 1e9));

    private static final NumberText NOTHING = new NumberText(null, null);

    /**
     * Reads a text that is not blank.
     *
     * @param units the unit as it may stand behind the number, in every spelling
     */
    static NumberText read(String typed, List<String> units, Language language) {
        Matcher parts = PARTS.matcher(bare(typed));
        if (!parts.matches()) {
            return NOTHING;
        }
        Double scale = scale(parts.group(3), units);
        if (scale == null) {
            return NOTHING;
        }
        double factor = parts.group(1).equals("-") ? -scale : scale;
        String digits = parts.group(2);
        char decimal = language == Language.FR ? ',' : '.';
        String plain = plain(digits, decimal);
        if (plain != null && !isAmbiguous(digits, language)) {
            return new NumberText(times(plain, factor), null);
        }
        // French keyboards have a point on the number pad, so one point in a French number is a decimal point.
        if (language == Language.FR && digits.matches("[0-9]*\\.[0-9]+") && !isAmbiguous(digits, language)) {
            return new NumberText(times(digits, factor), null);
        }
        String other = plain(digits, decimal == ',' ? '.' : ',');
        return new NumberText(null, other == null ? null : Double.valueOf(times(other, factor)));
    }

    // Spaces of every width separate thousands, and so do apostrophes; dollars may stand before or behind.
    private static String bare(String typed) {
        return typed.replaceAll("[\\s\\p{Z}'’]", "").replace('−', '-').replaceAll("(?i)US\\$|\\$|^USD", "");
    }

    private static @Nullable Double scale(String suffix, List<String> units) {
        String word = suffix.toLowerCase(Locale.ROOT);
        for (String unit : units) {
            String bareUnit = bare(unit).toLowerCase(Locale.ROOT);
            if (!bareUnit.isEmpty() && word.endsWith(bareUnit)) {
                return bareScale(word.substring(0, word.length() - bareUnit.length()));
            }
        }
        return bareScale(word);
    }

    // In French dollars stand behind the number and before the rest of their unit.
    private static @Nullable Double bareScale(String word) {
        return SCALES.get(word.replaceAll("(usd|%)$", ""));
    }

    /** The digits with a decimal point and no other separator, or null if they do not follow the convention. */
    private static @Nullable String plain(String digits, char decimal) {
        String group = decimal == '.' ? "," : "\\.";
        String point = decimal == '.' ? "\\." : ",";
        String whole = "([0-9]+|[1-9][0-9]{0,2}(" + group + "[0-9]{3})+)?";
        if (!digits.matches(whole + "(" + point + "[0-9]*)?") || !digits.matches(".*[0-9].*")) {
            return null;
        }
        return digits.replaceAll(group, "").replace(decimal, '.');
    }

    // In French, 1.234 is a thousand to some and about one to others.
    private static boolean isAmbiguous(String digits, Language language) {
        return language == Language.FR && digits.matches("[1-9][0-9]{0,2}\\.[0-9]{3}");
    }

    private static double times(String plain, double factor) {
        return new BigDecimal(plain.endsWith(".") ? plain + "0" : plain)
                .multiply(BigDecimal.valueOf(factor))
                .doubleValue();
    }
}
