package org.hashwise.assessment;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.questionnaire.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The record of one advice: what was answered, the market and the rules that were used, and what was advised.
 *
 * @param body canonical JSON, the hash within
 * @param hash {@code sha256:…} of the canonical JSON of all other fields, as the body states it
 */
public record Receipt(String body, String hash) {

    /** The format that is written. */
    public static final int FORMAT = 1;

    /** Most values of one that is read. Those that are issued have about a thousand. */
    public static final int MOST_VALUES = 20_000;

    /** Names, values and brackets; a tree of more takes many times the memory of its text. */
    private static final int MOST_TOKENS = 3 * MOST_VALUES;

    private static final String HASH = "hash";

    // Numbers are read to the last digit, so that a change of it is seen.
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A receipt over these fields. */
    public static Receipt of(ObjectNode fields) {
        String hash = CanonicalJson.hash(fields);
        ObjectNode whole = fields.deepCopy();
        whole.put(HASH, hash);
        return new Receipt(CanonicalJson.of(whole), hash);
    }

    /**
     * Reads a receipt from a file or a request; white space and the order of names do not matter. Whether the
     * hash is right is another question.
     *
     * @throws ReceiptUnreadable when it is no JSON, or no receipt
     */
    public static Receipt parse(String text) {
        JsonNode read = read(text);
        ReceiptFields.check("", read);
        return of(read);
    }

    /**
     * The receipts under these names in one object.
     *
     * @throws ReceiptUnreadable when it is no JSON, or something under these names is no receipt
     */
    public static List<Receipt> parseAll(String text, List<String> names) {
        JsonNode read = read(text);
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            try {
                ReceiptFields.check(name, read.path(name));
            } catch (ReceiptUnreadable unreadable) {
                problems.addAll(unreadable.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ReceiptUnreadable(problems);
        }
        return names.stream().map(name -> of(read.path(name))).toList();
    }

    private static Receipt of(JsonNode read) {
        String body = CanonicalJson.isExact(read) ? CanonicalJson.of(read) : JSON.writeValueAsString(read);
        return new Receipt(body, read.path(HASH).asString(""));
    }

    private static JsonNode read(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            if (read.isMissingNode()) {
                throw new ReceiptUnreadable(1, 1);
            }
            return read;
        } catch (JacksonException broken) {
            boolean tooLarge = broken instanceof StreamConstraintsException
                    && broken.getOriginalMessage().startsWith("Token");
            if (tooLarge) {
                throw new ReceiptUnreadable(List.of());
            }
            var place = broken.getLocation();
            throw place == null || place.getLineNr() < 1
                    ? new ReceiptUnreadable(1, 1)
                    : new ReceiptUnreadable(place.getLineNr(), Math.max(1, place.getColumnNr()));
        } catch (NumberFormatException excessive) {
            throw new ReceiptUnreadable(1, 1); // an exponent beyond that of any decimal, which the parser lets through
        }
    }

    /**
     * The same evaluation as a receipt that can be handed on: without the id of the assessment, which permits changes, and
     * without its link in the chain. It is verified like the receipt of an advice that was not saved.
     */
    public Receipt unlinked() {
        ObjectNode fields = ((ObjectNode) json()).without(HASH).deepCopy();
        fields.put("assessment", "");
        fields.putNull("previous");
        return of(fields);
    }

    /** All fields, the hash among them. */
    public JsonNode json() {
        return read(body);
    }

    /** The fields of the receipt. */
    public ReceiptFields fields() {
        return ReceiptFields.of(json());
    }

    /** Returns whether the hash is that of the other fields: no digit was changed since. */
    public boolean isIntact() {
        JsonNode json = json();
        return CanonicalJson.isExact(json)
                && CanonicalJson.hash(((ObjectNode) json).without(HASH)).equals(hash);
    }
}
