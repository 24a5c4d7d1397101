package org.hashwise.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Generator of passwords and API keys, and the hashes under which they are stored. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PasswordEncoder ENCODER = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    // No letters that look like digits: passwords are typed from paper.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUP = 5;
    private static final int KEY_BYTES = 32;
    private static final String KEY_PREFIX = "hw_";
    private static final String KEY_METHOD = "{sha256}";

    // Slow hashes only; of bcrypt those with a work factor of 10 or more, the least that OWASP recommends.
    private static final Pattern STRONG_HASH =
            Pattern.compile("\\{(bcrypt}(?!\\$2[a-z]?\\$0)|pbkdf2}|pbkdf2@SpringSecurity_v5_8}).+");

    private Secrets() {}

    static String password() {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> RANDOM.ints(GROUP, 0, LETTERS.length())
                        .mapToObj(each -> String.valueOf(LETTERS.charAt(each)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }

    static String key() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return KEY_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hashOfPassword(String password) {
        return String.valueOf(ENCODER.encode(password));
    }

    /** A key is random through and through: a fast hash is as good as a slow one, and is looked up at every request. */
    static String hashOfKey(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return KEY_METHOD + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean isHashOfKey(String secret) {
        return secret.matches("\\{sha256}[0-9a-f]{64}");
    }

    static boolean isHashOfPassword(String secret) {
        return STRONG_HASH.matcher(secret).matches();
    }

    /** Compares passwords with their hashes. */
    public static PasswordEncoder encoder() {
        return ENCODER;
    }
}
