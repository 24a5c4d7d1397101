package org.hashwise.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;

/** A raw map of place to percent beside its question. */
record RawShares(Question question, Object value, List<Problem> problems) {

    private static final double WHOLE = 100;

    // Thirds written with one decimal sum to 99.9; the missing tenth is accepted. The shares are kept
    // as they were given.
    private static final double TOLERANCE = 0.1;

    // Sums of binary fractions stray by far less than this, which would otherwise refuse an exact 99.9.
    private static final double ROUNDING = 1e-9;

    private static final int LONGEST_SHOWN = 40;

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
        for (Map.Entry<String, @Nullable Object> entry : sorted(given).entrySet()) {
            checkCode(entry.getKey());
            if (entry.getValue() instanceof Number share && share.doubleValue() >= 0 && share.doubleValue() <= WHOLE) {
                shares.put(entry.getKey(), share.doubleValue());
            } else {
                refuse(cut(entry.getKey()), entry.getValue());
                summable = false;
            }
        }
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (summable && Math.abs(sum - WHOLE) > TOLERANCE + ROUNDING) {
            reject(given, Code.SHARES_NOT_100, List.of(sum), "");
        }
        return problems.size() == before ? new Answer.Shares(shares) : null;
    }

    private static SortedMap<String, @Nullable Object> sorted(Map<?, ?> given) {
        SortedMap<String, @Nullable Object> sorted = new TreeMap<>();
        given.forEach((code, share) -> sorted.put(String.valueOf(code), share));
        return sorted;
    }

    private void checkCode(String code) {
        if (!PlaceCodes.isKnown(code)) {
            reject(
                    code,
                    Code.UNKNOWN_JURISDICTION,
                    List.of(cut(code)),
                    problems.size() < AnswersReader.MOST_SUGGESTIONS ? meant(code) : "");
        }
    }

    private static String meant(String given) {
        PlaceReader.PlaceReading place = PlaceReader.ofWorld().read(given);
        if (place instanceof PlaceReader.PlaceReading.Known known) {
            return known.code();
        }
        List<String> near = place instanceof PlaceReader.PlaceReading.Unknown unknown
                ? unknown.nearest()
                : ((PlaceReader.PlaceReading.Ambiguous) place).codes();
        return near.isEmpty() ? "" : near.get(0);
    }

    private void refuse(String code, @Nullable Object share) {
        if (share == null) {
            reject(null, Code.SHARE_MISSING, List.of(code), "");
        } else if (share instanceof String text) {
            reject(text, Code.SHARE_IS_TEXT, List.of(code, cut(text)), "");
        } else if (share instanceof Number number && Double.isFinite(number.doubleValue())) {
            reject(share, Code.SHARE_OUT_OF_RANGE, List.of(code, number), "");
        } else {
            reject(share, Code.SHARE_NOT_A_NUMBER, List.of(code), "");
        }
    }

    private static String cut(String text) {
        return Excerpt.of(text, LONGEST_SHOWN);
    }

    private void reject(@Nullable Object what, Code code, List<Object> arguments, String suggestion) {
        problems.add(new Problem(question.id(), what, code, arguments, suggestion));
    }
}
