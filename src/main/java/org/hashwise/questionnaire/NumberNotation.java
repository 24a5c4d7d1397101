package org.hashwise.questionnaire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digits with separators, as different languages and programs write them. */
public final class NumberNotation {

    /** A number in folded text: digits, separators of thousands and decimals, and a power of ten. */
    static final Pattern NUMBER = Pattern.compile("(?<digits>[0-9]{1,3}(?:[ '_][0-9]{3})+(?![0-9])(?:[.,][0-9]*)?"
            + "|[0-9][0-9.,]*|[.,][0-9]+)"
            + "(?:e(?<exponent>[+-]?[0-9]{1,3})(?![0-9])| ?[x×*·⋅] ?10\\^(?<power>[+-]?[0-9]{1,3})(?![0-9]))?");

    private static final Pattern INDIAN = Pattern.compile("[0-9]{1,2}(,[0-9]{2})+,[0-9]{3}");
    private static final Pattern THOUSANDS = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");
    private static final Pattern LONE_THOUSANDS =
            Pattern.compile("(?<![0-9.,])([1-9][0-9]{0,2})([.,])([0-9]{3})(?![0-9.,])");
    private static final Pattern POWER = Pattern.compile("(?<=10)[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final Pattern SUPERSCRIPT = Pattern.compile("[" + SUPERSCRIPTS + "]");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−﹣－➖⁻]");
    private static final Pattern SPACING = Pattern.compile("[ '_]");
    private static final Pattern WITH_POINT = decimal(",", "\\.");
    private static final Pattern WITH_COMMA = decimal("\\.", ",");
    private static final String PLAIN = "0123456789+-";

    private NumberNotation() {}

    private static Pattern decimal(String group, String point) {
        return Pattern.compile("(?=.*[0-9])([0-9]+|[1-9][0-9]{0,2}(" + group + "[0-9]{3})+)?(" + point + "[0-9]*)?");
    }

    /**
     * Returns whether a text is a number in digits of ASCII alone, perhaps with a sign before it, and with points or commas
     * between two digits.
     */
    static boolean isBare(String text) {
        boolean digit = false;
        for (int index = text.startsWith("-") ? 1 : 0; index < text.length(); index++) {
            char sign = text.charAt(index);
            boolean separator = sign == '.' || sign == ',';
            if (separator ? !digit : sign < '0' || sign > '9') {
                return false;
            }
            digit = !separator;
        }
        return digit;
    }

    /** Returns whether a text is such a number with one point at most, and no comma. */
    private static boolean isPlainDecimal(String text) {
        return text.indexOf(',') < 0 && text.indexOf('.') == text.lastIndexOf('.') && isBare(text);
    }

    /** A number in digits, without an exponent and without zeros at its end. */
    public static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** The number with so many significant digits, a half away from zero; one that is not finite stays as it is. */
    public static double rounded(double number, int digits) {
        return Double.isFinite(number)
                ? new BigDecimal(number).round(new MathContext(digits)).doubleValue()
                : number;
    }

    /**
     * Text with plain digits, signs and spaces: digits of every script, full-width forms, superscript powers, all minus
     * signs; small letters without accents.
     */
    static String folded(String text) {
        if (TextNormalizer.isPlain(text)) {
            return TextNormalizer.folded(text);
        }
        String powers = POWER.matcher(TextNormalizer.visible(text)).replaceAll(power -> {
            StringBuilder digits = new StringBuilder("^");
            power.group().chars().forEach(sign -> digits.append(PLAIN.charAt(SUPERSCRIPTS.indexOf(sign))));
            return digits.toString();
        });
        // A square is not one more digit.
        String flat = SUPERSCRIPT.matcher(powers.replace('⁻', '-')).replaceAll("^");
        return DASHES.matcher(TextNormalizer.folded(withPlainDigits(flat)))
                .replaceAll("-")
                .replace('٫', '.')
                .replace('٬', '\'')
                .replace('٪', '%')
                .replace('۔', '.')
                .toLowerCase(Locale.ROOT);
    }

    /** The text with digits of every script as those of ASCII. */
    public static String withPlainDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            if (Character.isDigit(code)) {
                plain.append(Character.digit(code, 10));
            } else {
                plain.appendCodePoint(code);
            }
        });
        return plain.toString();
    }

    /**
     * The numbers that a match of {@link #NUMBER} can mean, the one by the convention of the language first; two only
     * where the language leaves it open. Empty when the separators follow no convention.
     */
    static List<BigDecimal> readings(Matcher number, Language language) {
        String digits = number.group("digits");
        String exponent = number.group("exponent") == null ? number.group("power") : number.group("exponent");
        int power = exponent == null ? 0 : Integer.parseInt(exponent);
        return readings(digits, language).stream()
                .map(plain -> plain.scaleByPowerOfTen(power))
                .toList();
    }

    /** Returns whether the digits would be a thousand times as much if their point or comma separated thousands. */
    static boolean couldBeThousands(String digits) {
        int sign = digits.length() - 4;
        return sign > 0
                && (digits.charAt(sign) == '.' || digits.charAt(sign) == ',')
                && THOUSANDS.matcher(digits).matches();
    }

    /**
     * The decimal sign by which alone digits can be read, such as the comma of {@code 0,05} and {@code 1.234.567}; empty when they
     * can be read by both.
     */
    static Optional<Character> decimalSign(String digits) {
        if (isPlainDecimal(digits)) {
            return digits.indexOf('.') < 0 || couldBeThousands(digits) ? Optional.empty() : Optional.of('.');
        }
        String closed = SPACING.matcher(digits).replaceAll("");
        int point = closed.lastIndexOf('.');
        int comma = closed.lastIndexOf(',');
        if ((point < 0 && comma < 0) || (closed.length() == digits.length() && couldBeThousands(digits))) {
            return Optional.empty();
        }
        boolean one = closed.chars().filter(sign -> sign == '.' || sign == ',').count() == 1;
        char last = point > comma ? '.' : ',';
        char decimal = one || (point >= 0 && comma >= 0) ? last : last == '.' ? ',' : '.';
        boolean read =
                plain(closed, decimal).size() == 1 || INDIAN.matcher(closed).matches();
        return read ? Optional.of(decimal) : Optional.empty();
    }

    /** The decimal sign of the first number in a text, as far as it shows: {@code 0,05} does, {@code 1,234} and {@code 12} do not. */
    public static Optional<Character> shownDecimalSign(String text) {
        return digits(text).flatMap(NumberNotation::decimalSign);
    }

    /**
     * Returns whether the first number in a text is a thousand times as much by one decimal sign as by the other, such
     * as {@code 1,234}.
     */
    public static boolean isAmbiguous(String text) {
        return digits(text).filter(NumberNotation::couldBeThousands).isPresent();
    }

    /** The text with its first number so that it means the same by both signs: {@code 1.2340} or {@code 1234} for {@code 1.234}. */
    public static String withoutDoubt(String text, char decimal) {
        Matcher number = LONE_THOUSANDS.matcher(text);
        return isAmbiguous(text) && number.find()
                ? number.replaceFirst(number.group(2).charAt(0) == decimal ? "$1$2$30" : "$1$3")
                : text;
    }

    /** The first number with a point or a comma. */
    private static Optional<String> digits(String text) {
        int start = text.startsWith("-") || text.startsWith("$") ? 1 : 0;
        boolean separated = false;
        boolean bare = true;
        for (int index = start; index < text.length(); index++) {
            char sign = text.charAt(index);
            boolean separator = sign == '.' || sign == ',';
            separated |= separator || sign > '\u007F';
            bare &= separator || (sign >= '0' && sign <= '9');
        }
        if (!separated || bare) { // as nearly always
            return separated ? Optional.of(text.substring(start)) : Optional.empty();
        }
        Matcher number = NUMBER.matcher(folded(text));
        return number.find() ? Optional.of(number.group("digits")) : Optional.empty();
    }

    /** The numbers that digits with separators can mean, the one by the convention of the language first; empty as above. */
    static List<BigDecimal> readings(String digits, Language language) {
        if (isPlainDecimal(digits) && !couldBeThousands(digits)) {
            return List.of(new BigDecimal(digits));
        }
        String closed = SPACING.matcher(digits).replaceAll("");
        boolean grouped = closed.length() < digits.length();
        long points = closed.chars().filter(sign -> sign == '.').count();
        long commas = closed.chars().filter(sign -> sign == ',').count();
        if (points + commas == 0) {
            return List.of(new BigDecimal(closed));
        }
        if (points > 0 && commas > 0) {
            char decimal = closed.lastIndexOf('.') > closed.lastIndexOf(',') ? '.' : ',';
            return plain(closed, decimal);
        }
        if (points + commas > 1) {
            boolean indian = INDIAN.matcher(closed).matches();
            return indian ? List.of(new BigDecimal(closed.replace(",", ""))) : plain(closed, points > 0 ? ',' : '.');
        }
        char sign = points > 0 ? '.' : ',';
        List<BigDecimal> asDecimal = plain(closed, sign);
        if (grouped || !THOUSANDS.matcher(closed).matches()) {
            return asDecimal;
        }
        List<BigDecimal> asThousands = plain(closed, sign == '.' ? ',' : '.');
        if (language == Language.EN) {
            return sign == ',' ? asThousands : asDecimal;
        }
        // French keyboards have a point on the number pad, and older French texts separate thousands by points.
        return sign == ',' ? asDecimal : List.of(asDecimal.get(0), asThousands.get(0));
    }

    private static List<BigDecimal> plain(String digits, char decimal) {
        if (!(decimal == '.' ? WITH_POINT : WITH_COMMA).matcher(digits).matches()) {
            return List.of();
        }
        String plain = digits.replace(decimal == '.' ? "," : ".", "").replace(decimal, '.');
        return List.of(new BigDecimal(plain.endsWith(".") ? plain + "0" : plain));
    }
}
