package org.hashwise.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hashwise.questionnaire.MeasurementUnit.Dimension;

/** The words and symbols of quantities by {@code quantities.csv}: units, powers of ten, currencies, words around numbers. */
final class QuantityVocabulary {

    private static final QuantityVocabulary SHARED = new QuantityVocabulary();

    private static final Pattern PER_SECOND = Pattern.compile("(h|hash|hashes)(/s(ec|econds?|econdes?)?|s)(?![a-z])");
    private static final String DOLLAR = "USD";

    private final Map<String, List<MeasurementUnit>> units = new TreeMap<>();
    private final Map<String, List<BigDecimal>> scales = new TreeMap<>();
    private final Map<String, List<BigDecimal>> frenchScales = new TreeMap<>();
    private final Map<String, String> foreign = new TreeMap<>();
    private final Map<String, Set<String>> words = new TreeMap<>();
    private final List<List<String>> ladders = new ArrayList<>();
    private final Map<String, List<String>> periods = new LinkedHashMap<>();
    private final Map<String, String> rates = new TreeMap<>();

    private QuantityVocabulary() {
        ResourceFile.lines(QuantityVocabulary.class, "quantities.csv", ";", 3)
                .forEach(line -> add(line[0], line[1], List.of(line[2].split("\\|", -1))));
        Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .forEach(this::addCurrency);
        foreign.keySet()
                .forEach(word -> units.computeIfAbsent(word, none -> new ArrayList<>())
                        .add(MeasurementUnit.of(Dimension.FOREIGN_CURRENCY, BigDecimal.ONE)));
    }

    static QuantityVocabulary shared() {
        return SHARED;
    }

    private void add(String kind, String meaning, List<String> spellings) {
        for (String spelling : spellings) {
            switch (kind) {
                case "unit" -> {
                    String[] unit = meaning.split(" ", 2);
                    units.computeIfAbsent(spelling, none -> new ArrayList<>())
                            .add(MeasurementUnit.of(Dimension.valueOf(unit[0]), new BigDecimal(unit[1])));
                }
                case "scale" ->
                    scales.computeIfAbsent(spelling, none -> new ArrayList<>()).add(new BigDecimal(meaning));
                case "scale-fr" ->
                    frenchScales
                            .computeIfAbsent(spelling, none -> new ArrayList<>())
                            .add(new BigDecimal(meaning));
                case "foreign" -> foreign.put(spelling, meaning);
                case "rate" -> rates.put(spelling, meaning);
                default -> words.computeIfAbsent(kind, none -> new TreeSet<>()).add(spelling);
            }
        }
        if (kind.equals("ladder")) {
            ladders.add(spellings);
        }
        if (kind.equals("period")) {
            periods.put(meaning, spellings);
        }
    }

    // Codes of funds, metals and tests begin with X, but for currencies that several countries share.
    private void addCurrency(String code) {
        boolean several = Set.of("XAF", "XOF", "XPF", "XCD").contains(code);
        if (code.equals(DOLLAR) || code.equals("USN") || (code.startsWith("X") && !several)) {
            return;
        }
        String word = code.toLowerCase(Locale.ROOT);
        foreign.putIfAbsent(word, code);
        if (code.endsWith("D")) {
            foreign.putIfAbsent(word + "$", code);
            foreign.putIfAbsent("$" + word, code);
        }
    }

    /** Returns whether a word is of a kind such as {@code open} or {@code about}. */
    boolean is(String kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    /** The words of a kind, the longest first. */
    List<String> words(String kind) {
        return words.getOrDefault(kind, Set.of()).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Every reading of a unit expression such as {@code usd/kw/month}; empty when a word in it is no unit. */
    List<MeasurementUnit> units(String expression) {
        String rates = PER_SECOND.matcher(expression).replaceAll("$1");
        List<MeasurementUnit> readings = List.of(MeasurementUnit.NONE);
        String[] parts = rates.split("/", -1);
        for (int index = 0; index < parts.length; index++) {
            boolean below = index > 0;
            if (parts[index].isEmpty()) {
                if (below || parts.length == 1) {
                    return List.of();
                }
                continue;
            }
            List<MeasurementUnit> atoms = units.getOrDefault(parts[index], List.of());
            readings = readings.stream()
                    .flatMap(reading -> atoms.stream().flatMap(atom -> reading.combined(atom, below).stream()))
                    .toList();
        }
        return readings;
    }

    /** The powers of ten that a word may mean; the empty word means one. */
    List<BigDecimal> scale(String word, Language language) {
        if (word.isEmpty()) {
            return List.of(BigDecimal.ONE);
        }
        List<BigDecimal> all = new ArrayList<>(scales.getOrDefault(word, List.of()));
        if (language == Language.FR) {
            all.addAll(frenchScales.getOrDefault(word, List.of()));
        }
        return all;
    }

    /** The currency, other than the US dollar, that a word or symbol in a unit expression names: its ISO 4217 code. */
    Optional<String> foreignCurrency(String expression) {
        for (String part : expression.split("/", -1)) {
            Optional<String> whole = Optional.ofNullable(foreign.get(part));
            if (whole.isPresent()) {
                return whole;
            }
            for (int cut = 1; cut < part.length(); cut++) {
                String start = part.substring(0, cut);
                String end = part.substring(cut);
                Optional<String> scaled =
                        scales.containsKey(start) ? Optional.ofNullable(foreign.get(end)) : Optional.empty();
                Optional<String> found =
                        scales.containsKey(end) ? scaled.or(() -> Optional.ofNullable(foreign.get(start))) : scaled;
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Sizes of the units that are taken for one of a dimension, in its base unit, the ladder of each apart. */
    List<List<BigDecimal>> ladders(Dimension dimension) {
        List<List<BigDecimal>> sizes = new ArrayList<>();
        for (List<String> ladder : ladders) {
            List<BigDecimal> rungs = ladder.stream()
                    .flatMap(word -> units.getOrDefault(word, List.of()).stream())
                    .filter(unit -> unit.has(dimension))
                    .map(unit ->
                            Objects.requireNonNull(unit.parts().get(dimension)).size())
                    .toList();
            if (!rungs.isEmpty()) {
                sizes.add(rungs);
            }
        }
        return sizes;
    }

    /** The period that a word such as "monthly" states after an amount; empty when it states none. */
    Optional<String> rate(String word) {
        return Optional.ofNullable(rates.get(word));
    }

    /** The period that the name of a question in dollars states; empty when it states none. */
    Optional<String> period(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return periods.entrySet().stream()
                .filter(period -> period.getValue().stream().anyMatch(folded::contains))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
