package org.hashwise.questionnaire;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Codes by ISO 3166: all countries, the states of the United States and the provinces of Canada by their lists, and
 * what looks like a subdivision of another country.
 */
public final class PlaceCodes {

    private static final Pattern CODE = Pattern.compile("([A-Z]{2})(-[A-Z0-9]{1,3})?");

    /** The ISO 3166-1 codes, and XK: assigned by its users, as the standard allows, and in common use for Kosovo. */
    private static final Set<String> COUNTRIES = Stream.concat(Stream.of("XK"), Arrays.stream(Locale.getISOCountries()))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Text> LISTED = listed();
    private static final Set<String> COUNTRIES_LISTED =
            LISTED.keySet().stream().map(code -> code.substring(0, 2)).collect(Collectors.toUnmodifiableSet());

    private PlaceCodes() {}

    static boolean isKnown(String code) {
        var matcher = CODE.matcher(code);
        if (!matcher.matches() || !COUNTRIES.contains(matcher.group(1))) {
            return false;
        }
        return matcher.group(2) == null || !COUNTRIES_LISTED.contains(matcher.group(1)) || LISTED.containsKey(code);
    }

    /** The name of a state of the United States or a province of Canada; empty for every other code. */
    public static Optional<Text> subdivision(String code) {
        return Optional.ofNullable(LISTED.get(code));
    }

    /** Codes of all countries. */
    static Set<String> countries() {
        return COUNTRIES;
    }

    /** Names of the states of the United States and the provinces of Canada by code. */
    static Map<String, Text> subdivisions() {
        return LISTED;
    }

    private static Map<String, Text> listed() {
        Map<String, Text> listed = new LinkedHashMap<>();
        ResourceFile.lines(PlaceCodes.class, "subdivisions.csv", ",", 3)
                .forEach(cells -> listed.put(cells[0], new Text(cells[1], cells[2])));
        return listed;
    }
}
