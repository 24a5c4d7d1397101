package org.hashwise.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.questionnaire.MeasurementUnit.Dimension;

/** Parser of the text before and after a number: currency, power of ten and unit. Thread-safe. */
final class UnitReader {

    private static final QuantityVocabulary VOCABULARY = QuantityVocabulary.shared();

    /** Between a unit of power and a period, as in "$/kW-month"; kW·h is one unit. */
    private static final Pattern PRODUCT =
            Pattern.compile("(?<=w)[-·⋅](?=(mo|mth|month|mois|yr|year|an|annee|day|jour)s?\\b)");

    private static final Pattern PUNCTUATION = Pattern.compile("[-.,;·⋅\"]");
    private static final Pattern JOINTS = Pattern.compile("[ .·⋅\"-]");

    /** How many notations are remembered: a file has few, each of them on many rows. */
    private static final int MOST_NOTATIONS = 100;

    private final MeasurementUnit target;
    private final Map<Language, Map<String, List<Scaled>>> readings = new EnumMap<>(Language.class);
    private final Set<String> spellings = new LinkedHashSet<>();

    /**
     * @param unit of the question, as the rules name it
     * @param name of the question, which may state a period
     * @param words further ones for the unit
     */
    UnitReader(String unit, String name, Collection<String> words) {
        this.target = target(unit, name);
        Stream.concat(words.stream(), Stream.of(unit))
                .map(word -> compact(NumberNotation.folded(word)))
                .filter(word -> !word.isEmpty())
                .forEach(spellings::add);
        for (Language language : Language.values()) {
            readings.put(language, new ConcurrentHashMap<>());
        }
    }

    // The dollars of a question about a month or a year are dollars for that time, although their unit leaves it out.
    private static MeasurementUnit target(String unit, String name) {
        MeasurementUnit stated = unit(unit);
        if (!unit.equals(Kind.MONEY.unit())) {
            return stated;
        }
        return VOCABULARY
                .period(name)
                .flatMap(period -> stated.combined(unit(period), true))
                .orElse(stated);
    }

    private static MeasurementUnit unit(String unit) {
        List<MeasurementUnit> readings = VOCABULARY.units(compact(NumberNotation.folded(unit)));
        return readings.isEmpty() ? MeasurementUnit.NONE : readings.get(0);
    }

    /** The unit that numbers are converted into. */
    MeasurementUnit target() {
        return target;
    }

    /**
     * The readings that fit the unit of the question best, nearly always one; empty when none fits.
     *
     * @param before the text before the number, without its sign
     * @param behind the text after the number
     */
    List<Scaled> readings(String before, String behind, Language language) {
        Map<String, List<Scaled>> notations = Objects.requireNonNull(readings.get(language));
        String notation = before + "\n" + behind;
        List<Scaled> known = notations.get(notation);
        if (known != null) {
            return known;
        }
        List<Scaled> read = read(before, behind, language);
        if (!read.isEmpty() && notations.size() < MOST_NOTATIONS) {
            notations.put(notation, read);
        }
        return read;
    }

    private List<Scaled> read(String before, String behind, Language language) {
        List<Scaled> fitting = suffixes(behind).stream()
                .flatMap(suffix -> fitting(compact(before), suffix, language).stream())
                .toList();
        int best = fitting.stream().mapToInt(Scaled::fit).max().orElse(0);
        return fitting.stream().filter(scaled -> scaled.fit() == best).toList();
    }

    /** The reading of a unit that does not fit: another currency, another unit, or nothing that can be read. */
    Quantity misfit(String before, String behind, Language language) {
        String prefix = compact(before);
        List<String> words = Stream.concat(suffixes(behind).stream(), Stream.of(prefix))
                .filter(word -> !word.isEmpty())
                .toList();
        Optional<String> foreign = words.stream()
                .flatMap(word -> VOCABULARY.foreignCurrency(word).stream())
                .findFirst();
        if (foreign.isPresent() && target.has(Dimension.CURRENCY)) {
            return new Quantity.ForeignCurrency(foreign.get());
        }
        boolean known = words.stream().anyMatch(word -> isUnit(word, language));
        return known ? new Quantity.OtherUnit((prefix + " " + behind).strip()) : new Quantity.Unreadable();
    }

    // With small words and without: "per cent" is one word, "per month" are two.
    private static List<String> suffixes(String behind) {
        return List.of(joined(behind, true), joined(behind, false));
    }

    /**
     * One reading of the text around a number.
     *
     * @param fit 3 for the whole unit, 2 for a part of it, 1 for none
     */
    record Scaled(BigDecimal scale, MeasurementUnit unit, int fit) {

        Optional<BigDecimal> value(BigDecimal number, MeasurementUnit target) {
            return unit.convert(number.multiply(scale), target);
        }

        boolean isBare() {
            return scale.compareTo(BigDecimal.ONE) == 0;
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
                    // A power of ten before the number belongs to a currency, and means the one after it.
                    boolean scaled = !before.equals(prefix);
                    if (!scaled || (!before.isEmpty() && behind.equals(suffix))) {
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

    // Unit expressions that a suffix may hold, with the scale that is then before them or after their currency.
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

    // A currency before the number belongs to the text after it, and may be repeated there.
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
        String divided = PRODUCT.matcher(suffix).replaceAll("/");
        for (String part : divided.replace("'", "' ").split("[ ]+", -1)) {
            String word = PUNCTUATION.matcher(part).replaceAll("");
            Optional<String> rate = VOCABULARY.rate(word);
            if (!words) {
                parts.add(word);
            } else if (rate.isPresent() && !(parts.isEmpty() ? "" : parts.get(parts.size() - 1)).equals("/")) {
                parts.add("/" + rate.get());
            } else if (VOCABULARY.is("per", word)) {
                parts.add("/");
            } else if (!VOCABULARY.is("filler", word)) {
                parts.add(word);
            }
        }
        return compact(String.join("", parts));
    }

    private static String compact(String text) {
        return JOINTS.matcher(text).replaceAll("");
    }
}
