package org.hashwise.questionnaire;

import java.util.Optional;
import java.util.regex.Matcher;

/** The sign before the decimals of the numbers in a file. */
public enum DecimalSign {
    POINT,
    COMMA;

    /** The sign of the first number in a text, as far as it shows: {@code 0,05} does, {@code 1,234} and {@code 12} do not. */
    public static Optional<DecimalSign> shownBy(String text) {
        return digits(text).flatMap(NumberNotation::decimalSign).map(sign -> sign == ',' ? COMMA : POINT);
    }

    /** Whether the first number in a text is a thousand times as much by one sign as by the other, such as {@code 1,234}. */
    public static boolean matters(String text) {
        return digits(text).filter(NumberNotation::couldBeThousands).isPresent();
    }

    /** The first number with one of the signs. */
    private static Optional<String> digits(String text) {
        if (text.chars().noneMatch(sign -> sign == '.' || sign == ',' || sign > '\u007F')) {
            return Optional.empty();
        }
        if (text.chars().allMatch(sign -> sign == '.' || sign == ',' || sign >= '0' && sign <= '9')) {
            return Optional.of(text); // as most are
        }
        Matcher number = NumberNotation.NUMBER.matcher(NumberNotation.folded(text));
        return number.find() ? Optional.of(number.group("digits")) : Optional.empty();
    }

    /** A language that writes numbers with this sign. */
    public Language language() {
        return this == COMMA ? Language.FR : Language.EN;
    }
}
