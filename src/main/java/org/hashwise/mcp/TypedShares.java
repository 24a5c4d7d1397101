package org.hashwise.mcp;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.questionnaire.PlaceReader;

/** Parser of places with their shares from one line of text, such as {@code Texas 60, New York 40}. */
final class TypedShares {

    private static final Pattern SHARE =
            Pattern.compile("(?<place>.*?)[\\s:=]+(?<share>\\d{1,3}(?:[.,]\\d{1,6})?)\\s*%?");
    private static final double WHOLE = 100;
    private static final int LONGEST = 1000;

    private TypedShares() {}

    /** Percent by ISO 3166 code; a place that is not known keeps its name, and one without a number has all. */
    static Map<String, Object> read(String text) {
        Map<String, Object> shares = new LinkedHashMap<>();
        String bounded = text.substring(0, Math.min(text.length(), LONGEST));
        List<String> parts = Arrays.stream(bounded.split("[;\\n]|,(?!\\d)", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        for (String part : parts) {
            Matcher share = SHARE.matcher(part);
            if (share.matches()) {
                shares.put(
                        code(share.group("place")),
                        Double.valueOf(share.group("share").replace(',', '.')));
            } else {
                shares.put(code(part), WHOLE);
            }
        }
        return shares;
    }

    private static String code(String place) {
        return PlaceReader.ofWorld().read(place) instanceof PlaceReader.PlaceReading.Known known ? known.code() : place;
    }
}
