package org.hashwise.assessment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a receipt, parsed.
 *
 * @param assessment id of the assessment
 * @param previous hash of the receipt before it in its store
 * @param asOf the day for which was advised
 * @param answers by question id: numbers, text, yes or no, or percentages by code
 * @param market the snapshot that was used
 * @param rulebook fingerprint of the edition, {@code sha256:…}
 * @param engine version of the program
 * @param advice as the API gave it
 */
public record ReceiptFields(
        String assessment,
        int version,
        Instant issuedAt,
        @Nullable String previous,
        String company,
        LocalDate asOf,
        Language language,
        Map<String, Object> answers,
        MarketSnapshot market,
        String rulebook,
        String engine,
        JsonNode advice) {

    /** The name of the field with the months to come; receipts of releases without a projection lack it. */
    public static final String PROJECTION = "projection";

    /**
     * @param name its key; empty when it has none
     * @throws ReceiptUnreadable naming everything that is missing or wrong
     */
    static void check(String name, JsonNode receipt) {
        new ReceiptCheck(name).check(receipt);
    }

    /** @param receipt checked */
    static ReceiptFields of(JsonNode receipt) {
        JsonNode market = receipt.path("market");
        Map<String, MarketSnapshot.Indicator> indicators = new TreeMap<>();
        market.path("indicators")
                .forEachEntry((id, indicator) -> indicators.put(
                        id,
                        new MarketSnapshot.Indicator(
                                indicator.path("value").doubleValue(),
                                indicator.path("source").asString())));
        Map<String, Object> answers = new LinkedHashMap<>();
        receipt.path("answers").forEachEntry((id, value) -> answers.put(id, plain(value)));
        return new ReceiptFields(
                receipt.path("assessment").asString(),
                receipt.path("version").asInt(),
                Instant.parse(receipt.path("issuedAt").asString()),
                receipt.path("previous").isString() ? receipt.path("previous").asString() : null,
                receipt.path("company").asString(),
                LocalDate.parse(receipt.path("asOf").asString()),
                Language.ofCode(receipt.path("language").asString()).orElseThrow(),
                answers,
                new MarketSnapshot(LocalDate.parse(market.path("asOf").asString()), indicators),
                receipt.path("rulebook").asString(),
                receipt.path("engine").path("version").asString(),
                receipt.path("advice"));
    }

    private static Object plain(JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            value.forEachEntry((key, each) -> map.put(key, plain(each)));
            return map;
        }
        return value.isString() ? value.asString() : value.toString();
    }

    /** Returns whether a text is a day of the calendar. */
    static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException notADay) {
            return false;
        }
    }

    /** Returns whether a text is a moment, as in {@code 2026-01-01T00:00:00Z}. */
    static boolean isMoment(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeException notAMoment) {
            return false;
        }
    }
}
