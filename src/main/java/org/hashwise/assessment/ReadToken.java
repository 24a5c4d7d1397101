package org.hashwise.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The token of the link by which an assessment is read and not changed: 128 bits of the SHA-256 of its id, in hexadecimal. The id,
 * which permits changes, cannot be computed from it. The store keeps only a hash of the token.
 */
public final class ReadToken {

    private static final String PURPOSE = "hashwise read link ";
    private static final int BYTES = 16;

    private ReadToken() {}

    /** The token of the assessment with this id. */
    public static String of(String id) {
        return HexFormat.of().formatHex(sha256(PURPOSE + id), 0, BYTES);
    }

    /** What the store keeps of a token. */
    static String hash(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
