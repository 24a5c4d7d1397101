package org.hashwise.questionnaire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Parser of a place as people write it, by its ISO 3166 code in any spelling or by its name in any language of Hashwise, into
 * its code. Immutable.
 */
public final class PlaceReader {

    private static final int LONGEST = 100;
    private static final Pattern CODE_SHAPE = Pattern.compile("[a-z]{1,3}|[a-z]{2}-[a-z0-9]{1,3}");
    // The full stop of an abbreviation such as N.Y.
    private static final Pattern ABBREVIATED = Pattern.compile("(?<=\\b[a-z])\\.(?=[a-z]\\b|[ ,)/-]|$)");
    private static final Pattern BETWEEN_PARTS_OF_A_CODE = Pattern.compile("[ _.:/–—‐‑]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[-.'&,_/–—‐‑]+");
    private static final Pattern PARTICLES = Pattern.compile(
            "\\b(the|la|le|les|l|state of|etat de|etat du|province of|province de|and|et|of|de|du|des|d)\\b");
    private static final Pattern SAINT = Pattern.compile("\\b(st|saint)\\b");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern SHARE = Pattern.compile("[ :=]*[0-9]+([.,][0-9]+)? ?%?$");
    private static final List<String> WITH_POSTAL_CODES = List.of("US-", "CA-");
    private static final Map<String, Set<String>> WORLD = world();

    private final Map<String, Set<String>> codes;

    private PlaceReader(Map<String, Set<String>> codes) {
        this.codes = codes;
    }

    /** The result of reading a place. */
    public sealed interface PlaceReading {

        /**
         * One place.
         *
         * @param code by ISO 3166
         * @param doubts codes of places that were perhaps meant: KY is the Cayman Islands, and the postal code of Kentucky
         */
        record Known(String code, List<String> doubts) implements PlaceReading {
            public Known {
                doubts = List.copyOf(doubts);
            }
        }

        /** A name that several places have, such as Georgia; their codes. */
        record Ambiguous(List<String> codes) implements PlaceReading {
            public Ambiguous {
                codes = List.copyOf(codes);
            }
        }

        /** No place; codes of those with similar names, which may be none. */
        record Unknown(List<String> nearest) implements PlaceReading {
            public Unknown {
                nearest = List.copyOf(nearest);
            }
        }
    }

    /** A reader that knows countries, the states of the United States and the provinces of Canada. */
    public static PlaceReader ofWorld() {
        return new PlaceReader(WORLD);
    }

    /** The same with further names by code, such as those of a regulation table. */
    public PlaceReader with(Map<String, Text> names) {
        Map<String, Set<String>> more = new HashMap<>(codes);
        names.forEach((code, name) -> {
            add(more, name.en(), code);
            add(more, name.fr(), code);
        });
        return new PlaceReader(more);
    }

    public PlaceReading read(String text) {
        String given = TextNormalizer.visible(text);
        if (given.isEmpty() || given.length() > LONGEST) {
            return new PlaceReading.Unknown(List.of());
        }
        String folded = TextNormalizer.folded(given);
        PlaceReading place = placed(folded);
        String abbreviated = ABBREVIATED.matcher(folded).replaceAll("");
        return place instanceof PlaceReading.Unknown && !abbreviated.equals(folded) ? placed(abbreviated) : place;
    }

    private PlaceReading placed(String folded) {
        String code =
                BETWEEN_PARTS_OF_A_CODE.matcher(folded.toUpperCase(Locale.ROOT)).replaceAll("-");
        if (PlaceCodes.isKnown(code)) {
            return new PlaceReading.Known(code, postal(code));
        }
        Set<String> named = named(folded);
        if (named.size() == 1) {
            return new PlaceReading.Known(named.iterator().next(), List.of());
        }
        return named.isEmpty()
                ? new PlaceReading.Unknown(nearest(folded))
                : new PlaceReading.Ambiguous(List.copyOf(named));
    }

    // Postal codes of states and provinces look like codes of countries.
    private static List<String> postal(String code) {
        if (code.length() != 2) {
            return List.of();
        }
        return WITH_POSTAL_CODES.stream()
                .map(country -> country + code)
                .filter(place -> PlaceCodes.subdivision(place).isPresent())
                .filter(place -> !isSame(place, code))
                .toList();
    }

    // Puerto Rico has a code as a country and one as a territory.
    private static boolean isSame(String territory, String country) {
        return Arrays.stream(Language.values())
                .anyMatch(language -> plain(
                                PlaceCodes.subdivision(territory).orElseThrow().in(language))
                        .equals(plain(country(country, language))));
    }

    private Set<String> named(String folded) {
        Set<String> found = new TreeSet<>(codes.getOrDefault(plain(folded), Set.of()));
        if (found.isEmpty() && folded.length() > 3 && folded.matches("[a-z]{2}[-, /_].+")) {
            String country = folded.substring(0, 2).toUpperCase(Locale.ROOT) + "-";
            codes.getOrDefault(plain(folded.substring(3)), Set.of()).stream()
                    .filter(code -> code.startsWith(country))
                    .forEach(found::add);
        }
        if (found.isEmpty()) {
            found.addAll(inside(folded));
        }
        found.removeIf(code -> code.length() > 2 && found.contains(code.substring(3)) && isTerritory(code));
        return found;
    }

    private static boolean isTerritory(String code) {
        return PlaceCodes.subdivision(code).isPresent() && isSame(code, code.substring(3));
    }

    // "Texas, USA" is the part of the country that it names last, or first.
    private Set<String> inside(String folded) {
        String[] parts = folded.split(" ?[,(/] ?| [-–] ", -1);
        Set<String> found = new LinkedHashSet<>();
        if (parts.length < 2) {
            return found;
        }
        Set<String> one = called(parts[0]);
        Set<String> other = called(parts[1].replace(")", ""));
        one.forEach(place -> other.stream()
                .filter(country -> place.startsWith(country + "-") || country.startsWith(place + "-"))
                .forEach(country -> found.add(place.length() > country.length() ? place : country)));
        return found;
    }

    private Set<String> called(String part) {
        Set<String> all = new LinkedHashSet<>(codes.getOrDefault(plain(part), Set.of()));
        String code = part.strip().toUpperCase(Locale.ROOT);
        if (PlaceCodes.isKnown(code)) {
            all.add(code);
        }
        return all;
    }

    private List<String> nearest(String folded) {
        if (CODE_SHAPE.matcher(folded).matches()) {
            return List.of();
        }
        String placed = SHARE.matcher(folded).replaceAll("");
        String name = plain(placed);
        Set<String> found = new LinkedHashSet<>(codes.getOrDefault(name, Set.of()));
        for (String part : placed.split(" ?[,(/)] ?", -1)) {
            if (part.length() > 1) {
                found.addAll(codes.getOrDefault(plain(part), Set.of()));
            }
        }
        Nearest.to(
                        name,
                        codes.keySet().stream()
                                .filter(word -> word.length() > 3)
                                .sorted()
                                .toList())
                .ifPresent(word -> found.addAll(codes.getOrDefault(word, Set.of())));
        return found.stream().limit(3).toList();
    }

    private static Map<String, Set<String>> world() {
        Map<String, Set<String>> names = new TreeMap<>();
        PlaceCodes.subdivisions().forEach((code, name) -> {
            add(names, name.en(), code);
            add(names, name.fr(), code);
            add(names, code.substring(3), code);
        });
        for (String code : PlaceCodes.countries()) {
            for (Language language : Language.values()) {
                add(names, country(code, language), code);
            }
            threeLetters(code).ifPresent(letters -> add(names, letters, code));
        }
        ResourceFile.lines(PlaceReader.class, "place-aliases.csv", ",", 2)
                .forEach(line -> add(names, line[0], line[1]));
        return names;
    }

    private static String country(String code, Language language) {
        return new Locale("", code).getDisplayCountry(language.locale());
    }

    private static Optional<String> threeLetters(String code) {
        try {
            return Optional.of(new Locale("", code).getISO3Country());
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    private static void add(Map<String, Set<String>> names, String name, String code) {
        List<String> spellings = new ArrayList<>(List.of(name));
        // The text in brackets distinguishes places of the same name.
        spellings.add(name.replaceAll(" ?\\([^)]*\\)", ""));
        for (String spelling : spellings) {
            String plain = plain(spelling);
            if (!plain.isEmpty()) {
                Set<String> all = new TreeSet<>(names.getOrDefault(plain, Set.of()));
                all.add(code);
                names.put(plain, Collections.unmodifiableSet(all)); // in the order of the codes, in each run
            }
        }
    }

    // The same name with or without accents, hyphens, full stops, articles and "saint" in full.
    private static String plain(String name) {
        String words = PUNCTUATION.matcher(TextNormalizer.folded(name)).replaceAll(" ");
        String saints = SAINT.matcher(PARTICLES.matcher(words).replaceAll(" ")).replaceAll("st");
        return SPACES.matcher(saints).replaceAll(" ").strip();
    }
}
