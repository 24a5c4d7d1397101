package org.hashwise.questionnaire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;

/** A raw map of place to percent beside its question. */
record RawShares(Question question, Object value, List<Problem> problems) {

    private static final double WHOLE = 100;

    // Thirds written with one decimal sum to 99.9; nobody should have to invent the missing tenth. The shares are kept
    // as they were given.
    private static final double TOLERANCE = 0.1;

    // Sums of binary fractions stray by far less than this, which would otherwise refuse an exact 99.9.
    private static final double ROUNDING = 1e-9;

    private static final Pattern CODE = Pattern.compile("([A-Z]{2})(-[A-Z0-9]{1,3})?");
    /** The ISO 3166-1 codes, and XK: assigned by its users, as the standard allows, and in common use for Kosovo. */
    private static final Set<String> COUNTRIES = Stream.concat(Stream.of("XK"), Arrays.stream(Locale.getISOCountries()))
            .collect(Collectors.toUnmodifiableSet());

    /** The shares, or nothing and every problem added: each code and each share first, then the sum. */
    @Nullable
    Answer read() {
        if (!(value instanceof Map<?, ?> given)) {
            reject(value, Code.NOT_SHARES, List.of(), "");
            return null;
        }
        int before = problems.size();
        boolean summable = true;
        SortedMap<String, Double> shares = new TreeMap<>();
        for (Map.Entry<String, Object> entry : sorted(given).entrySet()) {
            checkCode(entry.getKey());
            if (entry.getValue() instanceof Number share && share.doubleValue() >= 0 && share.doubleValue() <= WHOLE) {
                shares.put(entry.getKey(), share.doubleValue());
            } else {
                reject(entry.getValue(), Code.SHARE_OUT_OF_RANGE, List.of(entry.getKey(), entry.getValue()), "");
                summable = false;
            }
        }
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (summable && Math.abs(sum - WHOLE) > TOLERANCE + ROUNDING) {
            reject(given, Code.SHARES_NOT_100, List.of(sum), "");
        }
        return problems.size() == before ? new Answer.Shares(shares) : null;
    }

    private static SortedMap<String, Object> sorted(Map<?, ?> given) {
        SortedMap<String, Object> sorted = new TreeMap<>();
        given.forEach((code, share) -> {
            if (share != null) {
                sorted.put(String.valueOf(code), share);
            }
        });
        return sorted;
    }

    private void checkCode(String code) {
        if (!isKnown(code)) {
            reject(code, Code.UNKNOWN_JURISDICTION, List.of(code), meant(code));
        }
    }

    private static boolean isKnown(String code) {
        var matcher = CODE.matcher(code);
        return matcher.matches() && COUNTRIES.contains(matcher.group(1));
    }

    // Codes of two letters are all near each other, so only another spelling or the name of a country counts.
    private static String meant(String code) {
        String spelled = code.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s_./–]+", "-");
        if (isKnown(spelled)) {
            return spelled;
        }
        if (spelled.equals("UK")) {
            return "GB";
        }
        for (String country : COUNTRIES) {
            Locale place = new Locale("", country);
            for (Language language : Language.values()) {
                if (place.getDisplayCountry(language.locale()).equalsIgnoreCase(code.strip())) {
                    return country;
                }
            }
        }
        return "";
    }

    private void reject(Object what, Code code, List<Object> arguments, String suggestion) {
        problems.add(new Problem(question.id(), what, code, arguments, suggestion));
    }
}
