package org.hashwise.questionnaire;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Normalisation of text: format characters such as zero-width spaces, direction marks, soft hyphens and byte
 * order marks, variation selectors, fillers and control characters. Copied text often carries them, and a direction
 * mark changes the order in which the text after it is shown.
 */
public final class TextNormalizer {

    /** Code points of the property Default_Ignorable_Code_Point that are not of the general category Cf. */
    private static final Pattern IGNORABLE = Pattern.compile(
            "[\\p{Cf}\\x{034F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{3164}\\x{FFA0}\\x{FE00}-\\x{FE0F}"
                    + "\\x{FFF0}-\\x{FFFB}\\x{E0000}-\\x{E0FFF}]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("[’‘ʼ´`′]");

    private TextNormalizer() {}

    /** The text without invisible characters; runs of spaces, line breaks and control characters are one space. */
    public static String visible(String text) {
        if (isPlain(text)) {
            return text.strip(); // as most texts are
        }
        return SPACES.matcher(IGNORABLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /**
     * The text for comparisons: compatible forms such as full-width letters are the ordinary ones, in small letters,
     * without accents, with one kind of apostrophe.
     */
    public static String folded(String text) {
        if (isPlain(text)) {
            return text.strip().toLowerCase(Locale.ROOT).replace('`', '\'');
        }
        String compatible = Normalizer.normalize(visible(text), Normalizer.Form.NFKD);
        String small = visible(MARKS.matcher(compatible).replaceAll("")).toLowerCase(Locale.ROOT);
        return APOSTROPHES.matcher(small).replaceAll("'");
    }

    /** Returns whether a text has only visible characters of ASCII, with single spaces between them. */
    static boolean isPlain(String text) {
        char before = ' ';
        for (int index = 0; index < text.length(); index++) {
            char sign = text.charAt(index);
            if (sign < ' ' || sign > '~' || (sign == ' ' && before == ' ' && index > 0)) {
                return false;
            }
            before = sign;
        }
        return true;
    }
}
