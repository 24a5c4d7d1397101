package org.hashwise.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.LocaleFormats;
import org.hashwise.questionnaire.Magnitude;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.questionnaire.Typography;
import org.springframework.context.MessageSource;

/** Numbers, money and dates as readers of one language write them. */
final class Formats {

    private static final double MANY = 2;
    private static final double SMALL = 1e-3; // USD, such as a tax per kWh
    private static final double LONG = 1e4; // has more than five digits with one decimal
    private static final double ROUNDED_AWAY = 0.05; // to one decimal
    private static final int MOST_DECIMALS = 6;

    private final Language language;
    private final MessageSource messages;

    Formats(Language language, MessageSource messages) {
        this.language = language;
        this.messages = messages;
    }

    /** A number as it was given, with at most six decimals. */
    String exact(double number) {
        return decimals(number, MOST_DECIMALS);
    }

    /** A computed number, with no more decimals than anybody can believe. */
    String rounded(double number) {
        return LocaleFormats.of(language).rounded(number);
    }

    /** A large number in short, such as 116K, 1.16M or 1,16 Md. */
    String compact(double number) {
        Magnitude scale = Magnitude.of(number);
        String count = decimals(scale.count(number), 2);
        return scale == Magnitude.ONE ? count : message("format.short-" + scale.key(), count);
    }

    /** A large number in short, in the unit of its column and with one decimal, as numbers below one another have them. */
    String compact(double number, ColumnScale column) {
        Magnitude scale = scale(column);
        return message("format.short-" + scale.key(), fixed(scale.count(number), 1));
    }

    // A smaller unit with long numbers before a larger one that leaves nothing of the small numbers.
    private static Magnitude scale(ColumnScale column) {
        if (Magnitude.MILLION.count(column.largest()) >= LONG) {
            return Magnitude.BILLION;
        }
        boolean vanish = Magnitude.MILLION.count(column.smallest()) < ROUNDED_AWAY
                && Magnitude.THOUSAND.count(column.largest()) < LONG;
        boolean small = Magnitude.of(column.largest()).compareTo(Magnitude.MILLION) < 0;
        return small || vanish ? Magnitude.THOUSAND : Magnitude.MILLION;
    }

    /** A number with exactly so many decimals, as numbers below one another have them. */
    String fixed(double number, int decimals) {
        return decimals(number, decimals, decimals);
    }

    private String decimals(double number, int most) {
        return decimals(number, 0, most);
    }

    private String decimals(double number, int least, int most) {
        return LocaleFormats.of(language).number(BigDecimal.valueOf(number), least, most, RoundingMode.HALF_UP);
    }

    /** A whole or half number of points with its sign. */
    String signed(double points) {
        return (points > 0 ? "+" : "") + decimals(points, 1);
    }

    /** A difference in percent with its sign and at least one significant digit, so that a small change is not written as none. */
    String signedPercent(double percent) {
        double size = Math.abs(percent);
        int decimals = size == 0 || size >= 0.1 ? 1 : Math.min(MOST_DECIMALS, (int) Math.ceil(-Math.log10(size)));
        double least = Math.pow(10, -MOST_DECIMALS);
        double shown = size > 0 && size < least ? Math.signum(percent) * least : percent;
        return message("format.percent", (percent > 0 ? "+" : "") + decimals(shown, decimals));
    }

    String percent(double percent) {
        return message("format.percent", rounded(percent));
    }

    /** A value with its unit; a computed one is rounded. */
    String amount(double value, String unit, boolean computed) {
        if (unit.startsWith("USD")) {
            return money(value, computed) + unit(unit.substring("USD".length()));
        }
        int most = !computed ? MOST_DECIMALS : unit.equals("×") ? 2 : LocaleFormats.believable(value);
        String number = decimals(value, most);
        if (unit.equals("%")) {
            return message("format.percent", number);
        }
        return unit.isEmpty() ? number : message("format.unit", number, unit(unit, shown(value, most)));
    }

    private String money(double value, boolean computed) {
        double size = Math.abs(value);
        Magnitude scale = Magnitude.of(value);
        double scaled = scale.count(value);
        boolean shortens = computed || exact(scaled).equals(decimals(scaled, 2));
        if (scale.compareTo(Magnitude.MILLION) < 0 || !shortens) {
            String number = computed && size >= SMALL ? rounded(size) : exact(size);
            return signedMoney(value, number, message("format.money", number));
        }
        int most = computed ? millions(Math.abs(scaled)) : 2;
        double shown = shown(scaled, most);
        String number = decimals(shown, most);
        return signedMoney(value, number, message((shown < 2 ? "format.one-" : "format.") + scale.key(), number));
    }

    /**
     * The decimals of a computed amount in millions or billions. Sentences of rules round to three digits and then to one
     * decimal, halves to even; where that gives another number than this one, both digits are written.
     */
    private int millions(double size) {
        if (size >= 100) {
            return 0;
        }
        String sentence = LocaleFormats.of(language).number(NumberNotation.rounded(size, 3), 1);
        return decimals(size, 1).equals(sentence) ? 1 : 2;
    }

    /** The size of the number that is read, which decides between one and several: 1.96 is written as 2. */
    private static double shown(double value, int decimals) {
        return BigDecimal.valueOf(Math.abs(value))
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** The minus sign is before the currency, as in the sentences of rules. */
    private String signedMoney(double value, String number, String amount) {
        return value < 0 && !number.equals("0") ? message("format.minus", amount) : amount;
    }

    /** The unit as written after a number; a unit that the messages do not know is shown as it is. */
    String unit(String unit) {
        return unit(unit, MANY);
    }

    /** Every spelling of a unit after a number: as the rules name it, of one, and of many. */
    List<String> spellings(String unit) {
        return List.of(unit, unit(unit, 1), unit(unit, MANY));
    }

    private String unit(String unit, double count) {
        if (unit.isEmpty()) {
            return "";
        }
        String key = "unit." + unit.replace(' ', '-');
        return Objects.requireNonNull(messages.getMessage(key, new Object[] {count}, unit, language.locale()));
    }

    /** 31 October 2025 */
    String date(LocalDate date) {
        return Typography.ofPage(LocaleFormats.of(language).date(date), language);
    }

    /** October 2025 */
    String month(LocalDate date) {
        return Typography.ofPage(LocaleFormats.of(language).month(date), language);
    }

    String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }
}
