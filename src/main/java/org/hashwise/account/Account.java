package org.hashwise.account;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * A person or program that may log in.
 *
 * @param secret the hash of the password, or of the key of a client, with the name of its method in front
 */
public record Account(String name, Role role, String secret) implements Serializable {

    // Without a colon, which separates names of an identity provider from local ones.
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    /**
     * The one form in which a typed name is looked up and counted: without spaces around it. What cannot be a name, such
     * as a text with control or format characters, becomes the empty text, which is no name.
     */
    public static String normalized(String typed) {
        String name = typed.strip();
        return isName(name) ? name : "";
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    // Without the hash of the secret, which an attacker with a log could try passwords against.
    @Override
    public String toString() {
        return name + " (" + role.word() + ")";
    }
}
