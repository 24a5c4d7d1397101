package org.hashwise.rulebook.files;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.rulebook.model.Messages;

/** Recognises a number that is not written as files have it, such as {@code 1,5} or {@code 100 MW}, and says how to write it. */
public final class TypedNumber {

    private static final Pattern FORM = Pattern.compile("(?:USD|[$€])?\\s*([-+\u2212]?)"
            + "((?:[0-9]+(?:[ \u00a0\u202f\u2009'’][0-9]{3})*)?(?:[.,][0-9]+)?)\\s*(%|[A-Za-z¢$€][A-Za-z/$€]*)?");
    private static final Pattern CENTS = Pattern.compile("(?i)¢|c|ct|cts|cents?");

    private TypedNumber() {}

    /** How to write the number that a text means, as a suggestion; empty when it means none. */
    public static String suggestion(String text) {
        return number(text.strip())
                .map(number -> Messages.of("suggestion.write", number.toPlainString()))
                .orElse("");
    }

    private static Optional<BigDecimal> number(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(2).isEmpty()) {
            return Optional.empty();
        }
        String digits = form.group(2).replaceAll("[ \u00a0\u202f\u2009'’]", "").replace(',', '.');
        BigDecimal number = new BigDecimal(digits.startsWith(".") ? "0" + digits : digits);
        String unit = form.group(3);
        BigDecimal scaled = unit != null && CENTS.matcher(unit).matches() ? number.movePointLeft(2) : number;
        boolean negative = form.group(1).equals("-") || form.group(1).equals("\u2212");
        return Optional.of(negative ? scaled.negate() : scaled);
    }
}
