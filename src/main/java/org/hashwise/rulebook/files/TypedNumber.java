package org.hashwise.rulebook.files;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.rulebook.model.Messages;

/** A number that is not written as files have it, such as {@code 1,5} or {@code 100 MW}, and how to write it. */
public final class TypedNumber {

    private static final Pattern FORM = Pattern.compile("(?:USD|[$])?\\s*([-+\u2212]?)"
            + "((?:[0-9]+(?:[ \u00a0\u202f\u2009'’][0-9]{3})*)?(?:[.,][0-9]+)?)\\s*(%|[A-Za-z¢$€][A-Za-z/$€]*)?");
    // A comma that separates thousands in English and decimals in French.
    private static final Pattern THOUSANDS = Pattern.compile("[^0-9]*[1-9][0-9]{0,2},[0-9]{3}[^0-9]*");
    private static final Pattern CENTS = Pattern.compile("(?i)(?:¢|c|ct|cts|cents?)(?:/kWh)?");

    // Powers of ten and units in another size than the usual one: what the number is in the unit of the file is not
    // known.
    private static final Pattern SCALED = Pattern.compile(
            "(?i)(?:k|m|mm|mn|mio|b|bn|md|g|[kgt]wh?|[gptz]h)(?:[/$].*)?|.*€.*|.*/[mg]wh|(?:¢|c|ct|cts|cents?)/.*");

    private TypedNumber() {}

    /** The notation of the number that a text means, as a suggestion; empty when it means none. */
    public static String suggestion(String text) {
        String typed = NumberNotation.withPlainDigits(text.strip());
        Optional<BigDecimal> number = number(typed);
        if (number.isPresent() && THOUSANDS.matcher(typed).matches()) {
            String decimal = number.get().stripTrailingZeros().toPlainString();
            return number(typed.replace(",", ""))
                    .map(whole -> Messages.of("suggestion.either", whole.toPlainString(), decimal))
                    .orElse("");
        }
        return number.map(one -> Messages.of("suggestion.write", one.toPlainString()))
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
        if (unit != null
                && !CENTS.matcher(unit).matches()
                && SCALED.matcher(unit).matches()) {
            return Optional.empty();
        }
        boolean negative = form.group(1).equals("-") || form.group(1).equals("\u2212");
        return Optional.of(negative ? scaled.negate() : scaled);
    }
}
