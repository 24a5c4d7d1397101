package org.hashwise.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one form of a JSON document that can be hashed, by RFC 8785: no white space, names in order, numbers as ECMAScript writes them. */
public final class CanonicalJson {

    private static final JsonMapper JSON = new JsonMapper();

    private CanonicalJson() {}

    public static String of(JsonNode document) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(document)).getEncodedString();
        } catch (IOException impossible) { // it is what was written a moment ago
            throw new UncheckedIOException(impossible);
        }
    }

    /** {@code sha256:…} over the canonical form. */
    public static String hash(JsonNode document) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = of(document).getBytes(StandardCharsets.UTF_8);
            return "sha256:" + HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
