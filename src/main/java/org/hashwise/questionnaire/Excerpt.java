package org.hashwise.questionnaire;

import java.util.Locale;

/**
 * Untrusted text, shortened and escaped for display. Half of a pair of characters that make one sign cannot be written
 * as UTF-8: JSON can hold such a half as an escape, and a cut through a pair leaves one.
 */
public final class Excerpt {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String MORE = "…";

    private Excerpt() {}

    /** The text, cut with an ellipsis when it is longer; halves of pairs are replaced. */
    public static String of(String text, int most) {
        return whole(text.length() > most ? start(text, most) + MORE : text);
    }

    /** The first characters of a text, one fewer where the cut would go through a pair. */
    public static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean torn = most > 0
                && Character.isHighSurrogate(text.charAt(most - 1))
                && Character.isLowSurrogate(text.charAt(most));
        return text.substring(0, torn ? most - 1 : most);
    }

    /**
     * The text on one line of a terminal: control characters, line separators, invisible characters and halves of pairs are
     * written as in Java, such as {@code \\n} or {@code \\u202e}.
     */
    public static String escaped(String text) {
        if (text.codePoints().noneMatch(Excerpt::isUnprintable)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(code -> {
            if (code == '\n') {
                escaped.append("\\n");
            } else if (isUnprintable(code)) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", code));
            } else {
                escaped.appendCodePoint(code);
            }
        });
        return escaped.toString();
    }

    private static boolean isUnprintable(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** Returns whether a text holds a surrogate without its pair. */
    public static boolean hasLoneSurrogate(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                if (isHalf(text.codePointAt(index))) {
                    return true;
                }
                index++;
            }
        }
        return false;
    }

    private static String whole(String text) {
        return hasLoneSurrogate(text)
                ? text.codePoints()
                        .map(code -> isHalf(code) ? REPLACEMENT : code)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean isHalf(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }
}
