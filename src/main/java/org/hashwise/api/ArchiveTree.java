package org.hashwise.api;

import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.InvalidRequest;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reader of one assessment of an archive as a tree with a bounded number of values: a tree takes many times the memory of its
 * text, most of all one of empty lists.
 */
final class ArchiveTree {

    // Each value is read where the parser is, with more after it.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int BYTES_OF_VALUE = 100;
    private static final int SHARE_OF_HEAP = 8;

    /** Values of one assessment with all its receipts. */
    private static final int MOST =
            (int) Math.min(2_000_000, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / BYTES_OF_VALUE);

    private static final String RECEIPTS = "receipts";

    private final JsonParser parser;
    private int all;
    private int ofReceipt;

    private ArchiveTree(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The value at which the parser is.
     *
     * @throws InvalidRequest when it has too many values
     */
    static JsonNode read(JsonParser parser) {
        return new ArchiveTree(parser).value(0);
    }

    private JsonNode value(int depth) {
        if (++all > MOST) {
            throw InvalidRequest.beyondLimit("json.assessment-values", MOST);
        }
        if (++ofReceipt > Receipt.MOST_VALUES) {
            throw InvalidRequest.beyondLimit("json.receipt-values", Receipt.MOST_VALUES);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth, false);
            default -> JSON.readTree(parser);
        };
    }

    private ObjectNode object(int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            boolean receipts = parser.nextToken() == JsonToken.START_ARRAY && depth == 0 && name.equals(RECEIPTS);
            object.set(name, receipts ? array(depth, true) : value(depth + 1));
        }
        return object;
    }

    private ArrayNode array(int depth, boolean ofReceipts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (ofReceipts) {
                ofReceipt = 0;
            }
            array.add(value(depth + 1));
        }
        return array;
    }
}
