package org.hashwise.rulebook.files;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hashwise.rulebook.model.Messages;

/** Characters that look like others or like nothing, and what to type instead of them. */
public final class Characters {

    /** The plain signs of rules and YAML by typographic sign. */
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("≥", ">="),
            Map.entry("⩾", ">="),
            Map.entry("≧", ">="),
            Map.entry("⩽", "<="),
            Map.entry("≦", "<="),
            Map.entry("≤", "<="),
            Map.entry("≠", "!="),
            Map.entry("=", "=="),
            Map.entry("<>", "!="),
            Map.entry("and", ","),
            Map.entry("AND", ","),
            Map.entry("×", "*"),
            Map.entry("÷", "/"),
            Map.entry("−", "-"),
            Map.entry("–", "-"),
            Map.entry("‘", "\""),
            Map.entry("’", "\""),
            Map.entry("“", "\""),
            Map.entry("”", "\""),
            Map.entry("„", "\""),
            Map.entry("«", "\""),
            Map.entry("»", "\""),
            Map.entry("'", "\""));

    private Characters() {}

    /** The plain sign for a typographic one, as a suggestion; empty when none is known. */
    public static String suggestion(String sign) {
        String plain = PLAIN.get(sign);
        return plain == null ? "" : Messages.of("suggestion.write", plain);
    }

    /** A text without blanks of any kind, and without invisible characters, at its ends. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || isInvisible(character);
    }

    /** The first character of a name that no name may have, as messages show it; empty when all of them are allowed. */
    public static Optional<String> notOfName(String name) {
        return name.codePoints()
                .filter(character -> character > '~' || character <= ' ')
                .mapToObj(character -> shown(Character.toString(character)))
                .findFirst();
    }

    /** Returns whether a character has no width, so that a text with it looks like the text without it. */
    public static boolean isInvisible(int character) {
        return character == 0x00AD
                || character == 0xFEFF
                || (character >= 0x200B && character <= 0x200F)
                || character == 0x2060;
    }

    /** A character as messages show it: by its code point and name where it is a blank or invisible. */
    public static String shown(String text) {
        if (text.codePointCount(0, text.length()) != 1) {
            return text;
        }
        int character = text.codePointAt(0);
        boolean hidden = isInvisible(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
        return hidden ? named(character) : text;
    }

    /** The code point and the name of a character: {@code U+200B zero width space}. */
    public static String named(int character) {
        String name = Character.getName(character);
        String words = name == null ? "" : " " + name.toLowerCase(Locale.ROOT);
        return Messages.of("character", String.format(Locale.ROOT, "U+%04X", character), words);
    }
}
