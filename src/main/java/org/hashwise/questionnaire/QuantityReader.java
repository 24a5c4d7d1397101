package org.hashwise.questionnaire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.questionnaire.MeasurementUnit.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * Reads a quantity as people write it, a number with or without a unit, into the unit of a question. Separators of English
 * and French, digits of every script, units of the same dimension, powers of ten, currency signs, accounting brackets and
 * invisible characters are understood; what can mean two things is told as such, never guessed. Immutable.
 */
public final class QuantityReader {

    private static final QuantityVocabulary VOCABULARY = QuantityVocabulary.shared();

    private static final int LONGEST = 100;
    private static final int MOST_READINGS = 8;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    /**
     * Below this many dollars, an amount of a company was probably typed in millions or thousands. A judgement: a listed
     * miner with USD 10,000 of cash, debt or market value is none any more.
     */
    private static final BigDecimal FEWEST_DOLLARS = BigDecimal.valueOf(10_000);

    // Beyond these digits, a product of binary fractions shows its origin.
    private static final MathContext PRECISION = new MathContext(12);

    private static final Pattern TOLERANCE = Pattern.compile("^(.*[0-9].*?) ?(?:\\+/-|±) ?(.*[0-9].*)$");
    private static final Pattern BRACKETS = Pattern.compile("^(.*?)\\(([^()]*)\\)(.*)$");
    private static final String DASH = " ?(?<![0-9]e)(?<!\\^)-+ ?";
    private static final Affixes ABOUT = Affixes.of("about");
    private static final Affixes LIMIT = Affixes.of("limit");

    private final MeasurementUnit target;
    private final String targetName;
    private final Set<String> spellings;
    private final double min;
    private final double max;
    private final Plausible plausible;

    private QuantityReader(
            String unit,
            MeasurementUnit target,
            Collection<String> spellings,
            double min,
            double max,
            Plausible plausible) {
        this.targetName = unit;
        this.target = target;
        this.spellings = new LinkedHashSet<>();
        spellings.forEach(spelling -> this.spellings.add(compact(NumberNotation.folded(spelling))));
        this.spellings.add(compact(NumberNotation.folded(unit)));
        this.spellings.remove("");
        this.min = min;
        this.max = max;
        this.plausible = plausible;
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
                question.unit(), target(question), spellings, question.min(), question.max(), Plausible.of(question));
    }

    /** A reader for one share of a question of kind shares, percent. */
    public static QuantityReader percent() {
        String unit = Kind.PERCENT.unit();
        return new QuantityReader(unit, unit(unit), List.of(), 0, 100, Plausible.UNKNOWN);
    }

    // The dollars of a question about a month or a year are dollars for that time, although their unit leaves it out.
    private static MeasurementUnit target(Question question) {
        MeasurementUnit unit = unit(question.unit());
        if (!isDollars(question.unit())) {
            return unit;
        }
        return VOCABULARY
                .period(question.name())
                .flatMap(period -> unit.combined(unit(period), true))
                .orElse(unit);
    }

    private static MeasurementUnit unit(String unit) {
        List<MeasurementUnit> readings = VOCABULARY.units(compact(NumberNotation.folded(unit)));
        return readings.isEmpty() ? MeasurementUnit.NONE : readings.get(0);
    }

    private static boolean isDollars(String unit) {
        return unit.equals(Kind.MONEY.unit());
    }

    /** Reads a text that was written in a language. */
    public Quantity read(String text, Language language) {
        if (text.length() > LONGEST) {
            return new Quantity.Unreadable();
        }
        String folded = NumberNotation.folded(text);
        return isOpen(folded) ? new Quantity.Open() : number(folded.replaceAll("^= ?|[.,;:!]+$", ""), language);
    }

    private Quantity number(String folded, Language language) {
        if (folded.isEmpty()) {
            return new Quantity.Unreadable();
        }
        String exact = without(ABOUT, folded);
        if (exact != null) {
            Quantity quantity = number(exact, language);
            return quantity instanceof Quantity.Value value ? new Quantity.Approximate(value.value()) : quantity;
        }
        String end = without(LIMIT, folded);
        if (end != null) {
            Quantity quantity = single(end, language);
            return quantity instanceof Quantity.Value value ? new Quantity.Limit(value.value()) : quantity;
        }
        return tolerance(folded, language).or(() -> range(folded, language)).orElseGet(() -> single(folded, language));
    }

    private static boolean isOpen(String folded) {
        String word = folded.replaceAll("[ .\"]", "");
        return word.isEmpty() || VOCABULARY.is("open", word) || VOCABULARY.is("open", folded.replace(" ", ""));
    }

    // Without a word of one kind before or behind the number; null when there is none.
    private static @Nullable String without(Affixes affixes, String folded) {
        Matcher start = affixes.before().matcher(folded);
        if (start.find()) {
            return folded.substring(start.end()).strip();
        }
        Matcher end = affixes.behind().matcher(folded);
        return end.find() ? folded.substring(0, end.start()).strip() : null;
    }

    /** Words before and behind a number, which may be spaced and abbreviated with a full stop. */
    private record Affixes(Pattern before, Pattern behind) {

        static Affixes of(String kind) {
            List<String> before = VOCABULARY.words(kind).stream()
                    .map(word -> spaced(word) + (endsInLetter(word) ? "(?=[ .0-9])\\.?" : ""))
                    .toList();
            List<String> behind = VOCABULARY.words(kind + "-behind").stream()
                    .map(word ->
                            (endsInLetter(word) ? "(?<=[0-9a-z$%¢] |[0-9%$])" : "(?<=[0-9a-z%$¢] ?)") + spaced(word))
                    .toList();
            return new Affixes(
                    Pattern.compile("^(?:" + String.join("|", before) + ") *(?=.*[0-9])"),
                    Pattern.compile("(?:" + String.join("|", behind) + ")\\.?$"));
        }
    }

    private static boolean endsInLetter(String word) {
        return Character.isLetter(word.charAt(word.length() - 1));
    }

    private static String spaced(String word) {
        StringBuilder pattern = new StringBuilder();
        word.chars()
                .forEach(letter -> pattern.append(pattern.isEmpty() ? "" : "[ .]?")
                        .append(Pattern.quote(String.valueOf((char) letter))));
        return pattern.toString();
    }

    private Optional<Quantity> tolerance(String folded, Language language) {
        Matcher parts = TOLERANCE.matcher(folded);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<Double> share = share(parts.group(2), language);
        if (share.isPresent() && single(parts.group(1), language) instanceof Quantity.Value middle) {
            double off = Math.abs(middle.value()) * share.get() / 100;
            return Optional.of(around(middle.value(), off));
        }
        if (single(parts.group(1) + suffix(parts.group(2), parts.group(1)), language) instanceof Quantity.Value middle
                && new QuantityReader(targetName, target, spellings, 0, max - min, plausible)
                                .single(parts.group(2), language)
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
        boolean relative = text.endsWith("%") && !target.has(Dimension.RATIO);
        return relative && percent().single(text, language) instanceof Quantity.Value share
                ? Optional.of(share.value())
                : Optional.empty();
    }

    private Optional<Quantity> range(String folded, Language language) {
        String ends = folded;
        for (String word : VOCABULARY.words("from")) {
            if (folded.startsWith(word + " ")) {
                ends = folded.substring(word.length()).strip();
                break;
            }
        }
        for (int[] cut : cuts(ends)) {
            String left = ends.substring(0, cut[0]).strip();
            String right = ends.substring(cut[1]).strip();
            if (left.matches(".*[0-9].*") && right.matches(".*[0-9].*")) {
                Quantity low = single(left + suffix(right, left), language);
                Quantity high = single(right, language);
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

    // Where a text can be cut into two ends: beginning and end of what separates them.
    private static List<int[]> cuts(String text) {
        List<int[]> cuts = new ArrayList<>();
        for (String word : VOCABULARY.words("to")) {
            String separator = word.equals("-")
                    ? DASH
                    : word.matches("[a-z]+") ? " " + word + " " : " ?" + Pattern.quote(word) + " ?";
            Matcher found = Pattern.compile(separator).matcher(text);
            while (found.find() && cuts.size() < MOST_READINGS) {
                if (found.start() > 0) {
                    cuts.add(new int[] {found.start(), found.end()});
                }
            }
        }
        return cuts;
    }

    // The scale and unit behind the second number are those of the first one too, if that has none.
    private static String suffix(String from, String to) {
        Matcher number = NumberNotation.NUMBER.matcher(from);
        boolean ends = to.matches(".*[0-9.,]$");
        return ends && number.find() ? " " + from.substring(number.end()).strip() : "";
    }

    /** One number with its sign, scale and unit. */
    private Quantity single(String folded, Language language) {
        boolean negative = false;
        String text = folded;
        Matcher brackets = BRACKETS.matcher(text);
        if (brackets.matches()) {
            boolean accounting = brackets.group(2).matches(".*[0-9].*");
            negative = accounting;
            text = accounting
                    ? brackets.group(1) + brackets.group(2) + brackets.group(3)
                    : brackets.group(1) + " " + brackets.group(2) + " " + brackets.group(3);
        }
        Matcher number = NumberNotation.NUMBER.matcher(text);
        if (!number.find()) {
            return new Quantity.Unreadable();
        }
        String before = text.substring(0, number.start());
        String behind = text.substring(number.end()).strip();
        if (behind.matches(".*[0-9].*") || before.matches(".*[-+].*[-+].*")) {
            return new Quantity.Unreadable();
        }
        for (String word : VOCABULARY.words("minus")) {
            before = before.replaceFirst("^" + word + "\\b", "-");
        }
        boolean minus = before.contains("-") || behind.equals("-");
        if (negative && minus) {
            return new Quantity.Unreadable();
        }
        negative |= minus;
        String prefix = compact(before.replaceAll("[-+]", ""));
        List<BigDecimal> readings = NumberNotation.readings(number, language);
        if (readings.isEmpty()) {
            return new Quantity.Unreadable();
        }
        return valued(number.group("digits"), readings, negative, prefix, behind.equals("-") ? "" : behind, language);
    }

    private Quantity valued(
            String digits,
            List<BigDecimal> readings,
            boolean negative,
            String prefix,
            String behind,
            Language language) {
        List<String> suffixes = List.of(joined(behind, true), joined(behind, false));
        List<Scaled> fitting = new ArrayList<>();
        for (String suffix : suffixes) {
            fitting.addAll(fitting(prefix, suffix, language));
        }
        if (fitting.isEmpty()) {
            for (String suffix : target.has(Dimension.CURRENCY) ? suffixes : List.<String>of()) {
                Optional<String> foreign =
                        VOCABULARY.foreignCurrency(suffix).or(() -> VOCABULARY.foreignCurrency(prefix));
                if (foreign.isPresent()) {
                    return new Quantity.ForeignCurrency(foreign.get());
                }
            }
            boolean known = suffixes.stream().anyMatch(suffix -> isUnit(suffix, language)) && !behind.isEmpty();
            return known ? new Quantity.OtherUnit(behind) : new Quantity.Unreadable();
        }
        int best = fitting.stream().mapToInt(Scaled::fit).max().orElseThrow();
        List<Scaled> chosen =
                fitting.stream().filter(scaled -> scaled.fit() == best).toList();
        Set<BigDecimal> values = new LinkedHashSet<>();
        for (BigDecimal reading : readings) {
            BigDecimal signed = negative ? reading.negate() : reading;
            chosen.forEach(
                    scaled -> scaled.value(signed, target).ifPresent(value -> values.add(value.stripTrailingZeros())));
        }
        return judged(new ArrayList<>(values), digits, chosen.get(0));
    }

    /**
     * One way to understand what stands around a number.
     *
     * @param fit 3 for the whole unit, 2 for a part of it, 1 for none
     */
    private record Scaled(BigDecimal scale, MeasurementUnit unit, int fit) {

        Optional<BigDecimal> value(BigDecimal number, MeasurementUnit target) {
            return unit.convert(number.multiply(scale), target);
        }

        boolean isBare() {
            return scale.equals(BigDecimal.ONE);
        }
    }

    private List<Scaled> fitting(String prefix, String suffix, Language language) {
        List<Scaled> fitting = new ArrayList<>();
        if (prefix.isEmpty() && spellings.contains(suffix)) {
            fitting.add(new Scaled(BigDecimal.ONE, target, 3));
            return fitting;
        }
        expressions(prefix, language)
                .forEach((before, larger) -> expressions(suffix, language).forEach((behind, scales) -> {
                    // A power of ten before the number belongs to a currency, and stands for the one behind it.
                    boolean scaled = !before.equals(prefix);
                    if (!scaled || !before.isEmpty() && behind.equals(suffix)) {
                        fit(united(before, behind), scaled ? larger : scales, fitting);
                    }
                }));
        return fitting;
    }

    private void fit(List<MeasurementUnit> units, List<BigDecimal> scales, List<Scaled> fitting) {
        for (MeasurementUnit unit : units) {
            if (unit.convert(BigDecimal.ONE, target).isPresent()) {
                int fit = unit.isNone()
                        ? 1
                        : unit.parts().size() == target.parts().size() ? 3 : 2;
                scales.forEach(scale -> fitting.add(new Scaled(scale, unit, fit)));
            }
        }
    }

    // Unit expressions that a suffix may hold, with the scale that is then before them or behind their currency.
    private static Map<String, List<BigDecimal>> expressions(String suffix, Language language) {
        Map<String, List<BigDecimal>> expressions = new LinkedHashMap<>();
        String first = suffix.contains("/") ? suffix.substring(0, suffix.indexOf('/')) : suffix;
        String rest = suffix.substring(first.length());
        for (int cut = 0; cut <= first.length(); cut++) {
            List<BigDecimal> before = VOCABULARY.scale(first.substring(0, cut), language);
            if (!before.isEmpty()) {
                expressions
                        .computeIfAbsent(first.substring(cut) + rest, none -> new ArrayList<>())
                        .addAll(before);
            }
            List<BigDecimal> behind = VOCABULARY.scale(first.substring(cut), language);
            if (cut > 0 && cut < first.length() && !behind.isEmpty()) {
                expressions
                        .computeIfAbsent(first.substring(0, cut) + rest, none -> new ArrayList<>())
                        .addAll(behind);
            }
        }
        return expressions;
    }

    // A currency before the number belongs to what stands behind it, and may stand there once more.
    private static List<MeasurementUnit> united(String prefix, String expression) {
        if (prefix.isEmpty()) {
            return expression.isEmpty() ? List.of(MeasurementUnit.NONE) : VOCABULARY.units(expression);
        }
        if (expression.isEmpty() || expression.startsWith("/")) {
            return VOCABULARY.units(prefix + expression);
        }
        List<MeasurementUnit> before = VOCABULARY.units(prefix);
        return VOCABULARY.units(expression).stream()
                .filter(unit -> before.stream()
                        .anyMatch(own ->
                                unit.parts().entrySet().containsAll(own.parts().entrySet())))
                .toList();
    }

    private static boolean isUnit(String suffix, Language language) {
        return expressions(suffix, language).keySet().stream()
                .anyMatch(expression -> !VOCABULARY.units(expression).isEmpty());
    }

    private static String joined(String suffix, boolean words) {
        List<String> parts = new ArrayList<>();
        for (String part : suffix.replace("'", "' ").split("[ ]+")) {
            String word = part.replaceAll("[-.,;·⋅\"]", "");
            if (!words) {
                parts.add(word);
            } else if (VOCABULARY.is("per", word)) {
                parts.add("/");
            } else if (!VOCABULARY.is("filler", word)) {
                parts.add(word);
            }
        }
        return compact(String.join("", parts));
    }

    private static String compact(String text) {
        return text.replaceAll("[ .·⋅\"-]", "");
    }

    private Quantity judged(List<BigDecimal> readings, String digits, Scaled scaled) {
        List<Double> values =
                readings.stream().map(BigDecimal::doubleValue).distinct().toList();
        List<Double> accepted = values.stream().filter(this::accepts).toList();
        if (accepted.size() > 1) {
            double first = Math.min(accepted.get(0), accepted.get(1));
            return new Quantity.Ambiguous(first, Math.max(accepted.get(0), accepted.get(1)));
        }
        if (accepted.isEmpty()) {
            boolean percent = scaled.unit().has(Dimension.RATIO);
            boolean own = scaled.unit().isNone() || scaled.unit().equals(target) && !percent;
            return new Quantity.OutOfRange(
                    values.get(0), own && scaled.isBare() ? suggestion(values.get(0)) : Optional.empty());
        }
        double value = accepted.get(0) == 0 ? 0 : accepted.get(0);
        boolean doubtful = isDollars(targetName) && scaled.isBare() && value != 0;
        return new Quantity.Value(value, doubtful ? doubts(BigDecimal.valueOf(value), digits) : List.of());
    }

    private boolean accepts(double value) {
        return value >= min && value <= max;
    }

    private List<Double> doubts(BigDecimal value, String digits) {
        if (value.abs().compareTo(FEWEST_DOLLARS) >= 0) {
            return List.of();
        }
        List<BigDecimal> meant = new ArrayList<>();
        boolean decimals = value.stripTrailingZeros().scale() > 0 || value.abs().compareTo(THOUSAND) < 0;
        if (NumberNotation.couldBeThousands(digits) && decimals) {
            meant.add(value.multiply(THOUSAND));
        }
        meant.add(value.multiply(MILLION));
        return meant.stream().map(BigDecimal::doubleValue).filter(this::accepts).toList();
    }

    /**
     * The accepted value that was probably meant by one that is not: the same number in another unit of the dimension, such
     * as cents for dollars or megawatt-hours for kilowatt-hours. Of several, the one nearest to what companies usually
     * answer; empty when none is plausible.
     */
    public Optional<Double> suggestion(double value) {
        if (!Double.isFinite(value) || value <= 0) {
            return Optional.empty();
        }
        BigDecimal given = BigDecimal.valueOf(value);
        Set<Double> candidates = new LinkedHashSet<>();
        target.parts().forEach((dimension, part) -> {
            factors(dimension, part)
                    .forEach(factor -> candidates.add(given.multiply(factor).doubleValue()));
        });
        candidates.removeIf(candidate -> !accepts(candidate) || candidate == value);
        return plausible.likeliest(value, List.copyOf(candidates));
    }

    // What one in another unit of the dimension is in the unit of the question.
    private static List<BigDecimal> factors(Dimension dimension, MeasurementUnit.Part part) {
        List<BigDecimal> factors = new ArrayList<>();
        for (List<BigDecimal> ladder : VOCABULARY.ladders(dimension)) {
            if (ladder.stream().anyMatch(size -> size.compareTo(part.size()) == 0)) {
                MeasurementUnit own = new MeasurementUnit(Map.of(dimension, part));
                ladder.forEach(size -> new MeasurementUnit(
                                Map.of(dimension, new MeasurementUnit.Part(part.exponent(), size)))
                        .convert(BigDecimal.ONE, own)
                        .ifPresent(factors::add));
            }
        }
        if (dimension == Dimension.CURRENCY) {
            factors.addAll(List.of(THOUSAND, MILLION));
        }
        return factors;
    }
}
