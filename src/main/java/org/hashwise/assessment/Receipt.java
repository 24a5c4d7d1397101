package org.hashwise.assessment;

import tools.jackson.core.StreamReadFeature;
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

    private static final String HASH = "hash";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A receipt over these fields. */
    public static Receipt of(ObjectNode fields) {
        String hash = CanonicalJson.hash(fields);
        ObjectNode whole = fields.deepCopy();
        whole.put(HASH, hash);
        return new Receipt(CanonicalJson.of(whole), hash);
    }

    /** The fields, the hash among them. */
    public JsonNode json() {
        return JSON.readTree(body);
    }
}
