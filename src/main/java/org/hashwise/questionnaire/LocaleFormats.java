package org.hashwise.questionnaire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;

/**
 * The number and date formats of a language. Their symbols and month names belong to the program and not to the JDK, whose
 * locale data (CLDR) changes between releases: texts of a receipt have to come out the same under every JDK. Immutable.
 */
public final class LocaleFormats {

    private static final String BUNDLE = "org.hashwise.questionnaire.locale-formats";
    private static final String PATTERN = "#,##0";
    private static final Map<Language, LocaleFormats> BY_LANGUAGE = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            BY_LANGUAGE.put(language, new LocaleFormats(ResourceBundle.getBundle(BUNDLE, language.locale())));
        }
    }

    private final DecimalFormat grouped;
    private final String negativeZero;
    private final List<String> months;

    private LocaleFormats(ResourceBundle bundle) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(bundle.getString("decimal").charAt(0));
        symbols.setGroupingSeparator(bundle.getString("grouping").charAt(0));
        // A hyphen is no minus sign.
        symbols.setMinusSign(bundle.getString("minus").charAt(0));
        symbols.setInfinity(bundle.getString("infinity"));
        symbols.setNaN("NaN");
        grouped = new DecimalFormat(PATTERN, symbols);
        negativeZero = symbols.getMinusSign() + "0";
        months = Arrays.asList(bundle.getString("months").split(" ", -1));
    }

    /** The formats of a language. */
    public static LocaleFormats of(Language language) {
        return Objects.requireNonNull(BY_LANGUAGE.get(language));
    }

    /** The number with its digits in groups of three, and at most so many decimals, rounded half to even. */
    public String number(double number, int most) {
        return number(number, 0, most, RoundingMode.HALF_EVEN);
    }

    /** The same with a least number of decimals; a number that is rounded to nothing has no sign. */
    public String number(Number number, int least, int most, RoundingMode rounding) {
        DecimalFormat format = (DecimalFormat) grouped.clone();
        format.setMaximumFractionDigits(most);
        format.setMinimumFractionDigits(least);
        format.setRoundingMode(rounding);
        String text = format.format(number);
        return text.equals(negativeZero) ? "0" : text;
    }

    /** A computed number, with no more decimals than anybody can believe. */
    public String rounded(double number) {
        return number(BigDecimal.valueOf(number), 0, believable(number), RoundingMode.HALF_UP);
    }

    /** The number of decimals of a computed number that readers can believe. */
    public static int believable(double number) {
        double size = Math.abs(number);
        return size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
    }

    /** The day with the month in words, such as 30 November 2025. */
    public String date(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day);
    }

    /** The month in words with its year, such as November 2025. */
    public String month(LocalDate day) {
        return months.get(day.getMonthValue() - 1) + " " + day.getYear();
    }
}
