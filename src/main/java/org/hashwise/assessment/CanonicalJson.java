package org.hashwise.assessment;

import java.io.IOException;
import java.math.BigDecimal;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;
import org.hashwise.questionnaire.Excerpt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one form of a JSON document that can be hashed, by RFC 8785: no white space, names in order, numbers as ECMAScript
 * writes them.
 */
public final class CanonicalJson {

    private static final JsonMapper JSON = new JsonMapper();

    private CanonicalJson() {}

    /** @throws IllegalArgumentException when the document holds a number that no double comes near */
    public static String of(JsonNode document) {
        try {
            // The library takes objects and lists alone; a single value is the only one of a list.
            String list = new JsonCanonicalizer("[" + JSON.writeValueAsString(document) + "]").getEncodedString();
            return list.substring(1, list.length() - 1);
        } catch (IOException endless) {
            throw new IllegalArgumentException(endless);
        }
    }

    /** {@code sha256:…} over the canonical form. */
    public static String hash(JsonNode document) {
        return Sha256.prefixed(of(document));
    }

    /** Returns whether all numbers are finite as doubles. */
    static boolean isFinite(JsonNode document) {
        if (document.isNumber()) {
            return Double.isFinite(document.doubleValue());
        }
        return document.valueStream().allMatch(CanonicalJson::isFinite);
    }

    /**
     * Returns whether a text or a name holds half of a pair of characters, which no UTF-8 has and RFC 8785 therefore
     * refuses.
     */
    static boolean hasLoneSurrogate(JsonNode document) {
        if (document.isString()) {
            return Excerpt.hasLoneSurrogate(document.stringValue());
        }
        return document.propertyNames().stream().anyMatch(Excerpt::hasLoneSurrogate)
                || document.valueStream().anyMatch(CanonicalJson::hasLoneSurrogate);
    }

    /**
     * Returns whether the canonical form says of every number what the document says. Several decimals of 17 digits are
     * the same double: without this, a changed last digit would have the same hash.
     */
    static boolean isExact(JsonNode document) {
        if (document.isNumber()) {
            BigDecimal given = document.decimalValue();
            return given.compareTo(new BigDecimal(written(given.doubleValue()))) == 0;
        }
        return document.valueStream().allMatch(CanonicalJson::isExact);
    }

    private static String written(double number) {
        try {
            return NumberToJSON.serializeNumber(number);
        } catch (IOException endless) {
            throw new IllegalArgumentException(endless);
        }
    }
}
