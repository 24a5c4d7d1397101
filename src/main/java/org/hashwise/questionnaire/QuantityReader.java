package org.hashwise.questionnaire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.questionnaire.MeasurementUnit.Dimension;

/**
 * Parser of a quantity as people write it, a number with or without a unit, into the unit of a question. Separators of English
 * and French, digits of every script, units of the same dimension, powers of ten, currency signs, accounting brackets and
 * invisible characters are understood; an ambiguous text is reported as such, never guessed. Thread-safe.
 */
public final class QuantityReader {

    private static final QuantityVocabulary VOCABULARY = QuantityVocabulary.shared();

    private static final int LONGEST = 100;
    private static final String DOLLAR = "$";
    private static final double WHOLE = 100;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    /**
     * Below this many dollars, an amount of a company was probably typed in millions or thousands. A judgement: a listed
     * miner with USD 10,000 of cash, debt or market value is none any more.
     */
    private static final double FEWEST_DOLLARS = 10_000;

    // Beyond these digits, a product of binary fractions shows its origin.
    private static final MathContext PRECISION = new MathContext(12);

    private static final Pattern TOLERANCE = Pattern.compile("^(.*[0-9].*?) ?(?:\\+/-|±) ?(.*[0-9].*)$");

    // Ignored: a leading equals sign, punctuation at the end, and a dash instead of cents (as in 25.–).
    private static final Pattern WRAPPING = Pattern.compile("^= ?|(?<=[0-9])[.,]-+$|[.,;:!]+$");

    /** A unit without digits, brackets, signs and punctuation, or none. */
    private static final Pattern PLAIN_UNIT = Pattern.compile("[a-z/%$¢]*( [a-z/%$¢]+)*");

    private static final Pattern BRACKET = Pattern.compile("[()]");
    private static final Pattern SIGN = Pattern.compile("[-+]");
    private static final List<Pattern> MINUS = VOCABULARY.words("minus").stream()
            .map(word -> Pattern.compile("^" + word + "\\b"))
            .toList();
    private static final Pattern BRACKETS = Pattern.compile("^(.*?)\\(([^()]*)\\)(.*)$");

    private static final QuantityReader SHARE =
            new QuantityReader(new UnitReader(Kind.PERCENT.unit(), "", List.of()), false, 0, WHOLE, Plausible.UNKNOWN);

    private final UnitReader units;
    private final boolean dollars;
    private final double min;
    private final double max;
    private final UnitSuggester suggester;
    private final String unit;
    private final boolean plainUnit;

    private QuantityReader(UnitReader units, boolean dollars, double min, double max, Plausible plausible) {
        this(units, dollars, min, max, new UnitSuggester(units.target(), plausible), "");
    }

    private QuantityReader(
            UnitReader units, boolean dollars, double min, double max, UnitSuggester suggester, String unit) {
        this.units = units;
        this.dollars = dollars;
        this.min = min;
        this.max = max;
        this.suggester = suggester;
        this.unit = unit;
        this.plainUnit = PLAIN_UNIT.matcher(unit).matches();
    }

    /** A reader for a question that {@link Kind#isNumeric() takes a number}. */
    public static QuantityReader of(Question question) {
        return of(question, List.of());
    }

    /**
     * The same.
     *
     * @param spellings further words for the unit of the question, such as those of a language
     */
    public static QuantityReader of(Question question, Collection<String> spellings) {
        return new QuantityReader(
                new UnitReader(question.unit(), question.name(), spellings),
                question.unit().equals(Kind.MONEY.unit()),
                question.min(),
                question.max(),
                Plausible.of(question));
    }

    /** The same reader for numbers whose unit stands apart, such as in a header. */
    public QuantityReader in(String unit) {
        return new QuantityReader(units, dollars, min, max, suggester, NumberNotation.folded(unit));
    }

    /**
     * A reader for a number that is no answer, such as a threshold.
     *
     * @param unit in which it is read
     * @param name of the number, which may state a period, such as {@code costUsdPerMonth}
     */
    public static QuantityReader of(String unit, String name, double min, double max) {
        return new QuantityReader(new UnitReader(unit, name, List.of()), false, min, max, Plausible.UNKNOWN);
    }

    /** A reader for one share of a question of kind shares, percent. */
    public static QuantityReader percent() {
        return SHARE;
    }

    /** Reads a text that was written in a language. */
    public Quantity read(String text, Language language) {
        if (text.length() > LONGEST) {
            return new Quantity.Unreadable();
        }
        // As most numbers of files are. A unit that is not known may hold a word such as "max".
        String prefix = text.startsWith(DOLLAR) ? DOLLAR : "";
        String number = text.substring(prefix.length());
        if (plainUnit && NumberNotation.isBare(number)) {
            List<UnitReader.Scaled> fitting = units.readings(prefix, unit, language);
            if (!fitting.isEmpty()) {
                return bare(number, language, fitting);
            }
        }
        String folded = NumberNotation.folded(unit.isEmpty() ? text : text + " " + unit);
        return QuantityPhrase.isOpen(folded)
                ? new Quantity.Open()
                : number(WRAPPING.matcher(folded).replaceAll(""), language);
    }

    private Quantity bare(String number, Language language, List<UnitReader.Scaled> fitting) {
        boolean minus = number.startsWith("-");
        String digits = minus ? number.substring(1) : number;
        List<BigDecimal> readings = NumberNotation.readings(digits, language);
        return readings.isEmpty() ? new Quantity.Unreadable() : signed(minus, readings, digits, fitting);
    }

    private Quantity number(String folded, Language language) {
        if (folded.isEmpty()) {
            return new Quantity.Unreadable();
        }
        String exact = QuantityPhrase.approximate(folded);
        if (exact != null) {
            Quantity quantity = number(exact, language);
            return quantity instanceof Quantity.Value value ? new Quantity.Approximate(value.value()) : quantity;
        }
        String end = QuantityPhrase.limit(folded);
        if (end != null) {
            Quantity quantity = single(end, language);
            return quantity instanceof Quantity.Value value ? new Quantity.Limit(value.value()) : quantity;
        }
        return tolerance(folded, language).or(() -> range(folded, language)).orElseGet(() -> single(folded, language));
    }

    private Optional<Quantity> tolerance(String folded, Language language) {
        Matcher parts = TOLERANCE.matcher(folded);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<Double> share = share(parts.group(2), language);
        if (share.isPresent() && single(parts.group(1), language) instanceof Quantity.Value middle) {
            double off = Math.abs(middle.value()) * share.get() / WHOLE;
            return Optional.of(around(middle.value(), off));
        }
        if (single(parts.group(1) + QuantityPhrase.suffix(parts.group(2), parts.group(1)), language)
                        instanceof Quantity.Value middle
                && new QuantityReader(units, false, 0, max - min, Plausible.UNKNOWN).single(parts.group(2), language)
                        instanceof Quantity.Value off) {
            return Optional.of(around(middle.value(), off.value()));
        }
        return Optional.of(new Quantity.Unreadable());
    }

    private Quantity around(double middle, double off) {
        BigDecimal exact = BigDecimal.valueOf(middle);
        BigDecimal tolerance = BigDecimal.valueOf(off).round(PRECISION);
        return range(
                exact.subtract(tolerance).doubleValue(), exact.add(tolerance).doubleValue());
    }

    private Optional<Double> share(String text, Language language) {
        boolean relative = text.endsWith("%") && !units.target().has(Dimension.RATIO);
        return relative && percent().single(text, language) instanceof Quantity.Value share
                ? Optional.of(share.value())
                : Optional.empty();
    }

    private Optional<Quantity> range(String folded, Language language) {
        for (QuantityPhrase.Ends ends : QuantityPhrase.ranges(folded)) {
            Quantity low = single(ends.low(), language);
            Quantity high = single(ends.high(), language);
            if (low instanceof Quantity.Value from && high instanceof Quantity.Value to) {
                return Optional.of(range(from.value(), to.value()));
            }
            for (Quantity end : List.of(low, high)) {
                if (end instanceof Quantity.OutOfRange
                        || end instanceof Quantity.ForeignCurrency
                        || end instanceof Quantity.OtherUnit) {
                    return Optional.of(end);
                }
            }
        }
        return Optional.empty();
    }

    private Quantity range(double low, double high) {
        if (low > high) {
            return new Quantity.Unreadable();
        }
        if (low < min || high > max) {
            return new Quantity.OutOfRange(low < min ? low : high, Optional.empty());
        }
        return low == high ? new Quantity.Value(low, List.of()) : new Quantity.Range(low, high);
    }

    /** One number with its sign, scale and unit. */
    private Quantity single(String folded, Language language) {
        Matcher brackets = BRACKETS.matcher(folded);
        boolean accounting = brackets.matches() && QuantityPhrase.hasDigit(brackets.group(2));
        String text = BRACKET.matcher(folded).replaceAll(accounting ? "" : " ");
        Matcher number = NumberNotation.NUMBER.matcher(text);
        if (!number.find() || (BRACKET.matcher(folded).find() && !brackets.matches())) {
            return new Quantity.Unreadable();
        }
        String before = text.substring(0, number.start()).strip();
        String behind = text.substring(number.end()).strip();
        for (Pattern word : MINUS) {
            before = word.matcher(before).replaceFirst("-");
        }
        if (behind.endsWith("-")) { // accounting programs write the sign after the number, its scale and its unit
            behind = behind.substring(0, behind.length() - 1).strip();
            before = before + "-";
        }
        boolean minus = before.contains("-");
        List<BigDecimal> readings = NumberNotation.readings(number, language);
        if (readings.isEmpty()
                || QuantityPhrase.hasDigit(behind)
                || SIGN.matcher(before).results().count() > 1
                || (accounting && minus)) {
            return new Quantity.Unreadable();
        }
        String prefix = SIGN.matcher(before).replaceAll("");
        List<UnitReader.Scaled> fitting = units.readings(prefix, behind, language);
        if (fitting.isEmpty()) {
            return units.misfit(prefix, behind, language);
        }
        return signed(accounting || minus, readings, number.group("digits"), fitting);
    }

    private Quantity signed(boolean minus, List<BigDecimal> readings, String digits, List<UnitReader.Scaled> fitting) {
        List<Double> values = new ArrayList<>();
        for (BigDecimal reading : separated(readings, digits, fitting.get(0))) {
            BigDecimal signed = minus ? reading.negate() : reading;
            for (UnitReader.Scaled scaled : fitting) {
                Optional<BigDecimal> value = scaled.value(signed, units.target());
                if (value.isPresent() && !values.contains(value.get().doubleValue())) {
                    values.add(value.get().doubleValue());
                }
            }
        }
        BigDecimal typed = minus ? readings.get(0).negate() : readings.get(0);
        return judged(values, typed.doubleValue(), digits, fitting.get(0));
    }

    // In another unit, as in 8.000 PH/s, the convention of the other language is asked about where it alone is
    // plausible, or where
    // nothing is known of the question and the decimals are zeros, which are rarely typed.
    private List<BigDecimal> separated(List<BigDecimal> readings, String digits, UnitReader.Scaled scaled) {
        if (readings.size() > 1 || isOwn(scaled) || !NumberNotation.couldBeThousands(digits)) {
            return readings;
        }
        BigDecimal taken = readings.get(0);
        BigDecimal other = taken.compareTo(THOUSAND) < 0 ? taken.multiply(THOUSAND) : taken.movePointLeft(3);
        boolean asked = suggester.plausible().isKnown()
                ? !isPlausible(taken, scaled) && isPlausible(other, scaled)
                : taken.compareTo(THOUSAND) < 0 && digits.endsWith("000");
        return asked ? List.of(taken, other) : readings;
    }

    private boolean isPlausible(BigDecimal number, UnitReader.Scaled scaled) {
        return scaled.value(number, units.target())
                .map(BigDecimal::doubleValue)
                .filter(this::accepts)
                .filter(suggester.plausible()::includes)
                .isPresent();
    }

    // Without a power of ten, and in no other unit than that of the question.
    private boolean isOwn(UnitReader.Scaled scaled) {
        return scaled.isBare() && (scaled.unit().isNone() || scaled.unit().equals(units.target()));
    }

    private Quantity judged(List<Double> values, double typed, String digits, UnitReader.Scaled scaled) {
        List<Double> accepted = new ArrayList<>();
        for (double value : values) {
            if (accepts(value)) {
                accepted.add(value);
            }
        }
        if (accepted.size() > 1) {
            double first = Math.min(accepted.get(0), accepted.get(1));
            return new Quantity.Ambiguous(first, Math.max(accepted.get(0), accepted.get(1)));
        }
        if (accepted.isEmpty()) {
            boolean percent = scaled.unit().has(Dimension.RATIO);
            boolean own = isOwn(scaled) && !(percent && !scaled.unit().isNone());
            // A number in another unit was perhaps meant in that of the question.
            return new Quantity.OutOfRange(
                    values.get(0),
                    own
                            ? suggestion(values.get(0))
                            : Optional.of(typed).filter(this::accepts).filter(suggester.plausible()::includes));
        }
        double value = accepted.get(0) == 0 ? 0 : accepted.get(0);
        boolean doubtful = dollars && value != 0 && scaled.isBare();
        return new Quantity.Value(value, doubtful ? doubts(value, digits) : List.of());
    }

    private boolean accepts(double value) {
        return value >= min && value <= max;
    }

    /** Other values that were perhaps meant by a number of dollars without a power of ten; empty for other questions. */
    public List<Double> doubts(double value) {
        return dollars && value != 0 ? doubts(value, "") : List.of();
    }

    private List<Double> doubts(double amount, String digits) {
        if (Math.abs(amount) >= FEWEST_DOLLARS) {
            return List.of();
        }
        BigDecimal value = BigDecimal.valueOf(amount);
        List<BigDecimal> meant = new ArrayList<>();
        boolean decimals = value.stripTrailingZeros().scale() > 0 || value.abs().compareTo(THOUSAND) < 0;
        if (NumberNotation.couldBeThousands(digits) && decimals) {
            meant.add(value.multiply(THOUSAND));
        }
        meant.add(value.multiply(MILLION));
        return meant.stream().map(BigDecimal::doubleValue).filter(this::accepts).toList();
    }

    /**
     * The percentage that was perhaps meant by a fraction, such as 35 by 0.35; empty when the number itself is a usual answer, or
     * the percentage is none, and for questions that ask for no percentage.
     */
    public Optional<Double> percentOfFraction(double value) {
        if (!(value > 0 && value <= 1)
                || !units.target().has(Dimension.RATIO)
                || suggester.plausible().includes(value)) {
            return Optional.empty();
        }
        double percent =
                BigDecimal.valueOf(value).multiply(BigDecimal.valueOf(WHOLE)).doubleValue();
        return suggester.plausible().includes(percent) && accepts(percent) ? Optional.of(percent) : Optional.empty();
    }

    /**
     * The accepted value that was probably meant by one that is not: the same number in another unit of the dimension, such
     * as cents for dollars or megawatt-hours for kilowatt-hours. Of several, the one nearest to what companies usually
     * answer; empty when none is plausible.
     */
    public Optional<Double> suggestion(double value) {
        return suggester.suggestion(value, this::accepts);
    }
}
