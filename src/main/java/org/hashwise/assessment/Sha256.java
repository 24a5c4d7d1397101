package org.hashwise.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes by SHA-256. */
public final class Sha256 {

    private Sha256() {}

    /** The 32 bytes of the hash. */
    static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The hash of a text in UTF-8. */
    static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash with its method, as receipts state it: {@code sha256:…} in hexadecimal. */
    public static String prefixed(byte[] content) {
        return "sha256:" + HexFormat.of().formatHex(of(content));
    }

    /** The same of a text in UTF-8. */
    public static String prefixed(String text) {
        return prefixed(text.getBytes(StandardCharsets.UTF_8));
    }
}
