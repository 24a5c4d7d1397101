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
    private static final String PLAIN = "0123456789+-";

    private NumberNotation() {}

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
        String powers = POWER.matcher(TextNormalizer.visible(text)).replaceAll(power -> {
            StringBuilder digits = new StringBuilder("^");
            power.group().chars().forEach(sign -> digits.append(PLAIN.charAt(SUPERSCRIPTS.indexOf(sign))));
            return digits.toString();
        });
        // A square is not one more digit.
        String flat = powers.replace('⁻', '-').replaceAll("[" + SUPERSCRIPTS + "]", "^");
        return TextNormalizer.folded(withPlainDigits(flat))
                .replaceAll("[‐‑‒–—―−﹣－➖⁻]", "-")
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
        return THOUSANDS.matcher(digits).matches();
    }

    /**
     * The decimal sign by which alone digits can be read, such as the comma of {@code 0,05} and {@code 1.234.567}; empty when they
     * can be read by both.
     */
    static Optional<Character> decimalSign(String digits) {
        String closed = digits.replaceAll("[ '_]", "");
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
        if (text.chars().noneMatch(sign -> sign == '.' || sign == ',' || sign > '\u007F')) {
            return Optional.empty();
        }
        if (text.chars().allMatch(sign -> sign == '.' || sign == ',' || (sign >= '0' && sign <= '9'))) {
            return Optional.of(text); // as most are
        }
        Matcher number = NUMBER.matcher(folded(text));
        return number.find() ? Optional.of(number.group("digits")) : Optional.empty();
    }

    private static List<BigDecimal> readings(String digits, Language language) {
        String closed = digits.replaceAll("[ '_]", "");
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
        String group = decimal == '.' ? "," : "\\.";
        String point = decimal == '.' ? "\\." : ",";
        if (!digits.matches("([0-9]+|[1-9][0-9]{0,2}(" + group + "[0-9]{3})+)?(" + point + "[0-9]*)?")
                || !digits.matches(".*[0-9].*")) {
            return List.of();
        }
        String plain = digits.replaceAll(group, "").replace(decimal, '.');
        return List.of(new BigDecimal(plain.endsWith(".") ? plain + "0" : plain));
    }
}
