package org.hashwise.assessment;

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
        return HexFormat.of().formatHex(Sha256.of(PURPOSE + id), 0, BYTES);
    }

    /** The hash of a token, which alone the store keeps. */
    static String hash(String token) {
        return HexFormat.of().formatHex(Sha256.of(token));
    }
}
